using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Persistence;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Returns;

/// <summary>Pictures of what arrived. Each is a file in the folder <c>photos</c> beside the database; the file is there before anything says so.</summary>
public sealed class ReturnPhotoWorkflow(OrdersDatabase database, TimeProvider clock)
{
    public const int MostBytes = 8 * 1024 * 1024;
    public const int MostPerReturn = 20;
    private const int LongestCaption = 500;
    private const string Missing = "There is no such photo.";

    private string Folder => Path.Combine(Path.GetDirectoryName(database.File.Path)!, "photos");

    /// <summary>Keeps a JPEG, PNG or WebP picture of at most 8 MB.</summary>
    /// <param name="line">The line it shows; null where it shows the parcel.</param>
    public async Task<Result<PhotoView>> Add(Actor actor, Id<Return> id, Stream content, Id<LineItem>? line = null, string? caption = null, CancellationToken cancel = default)
    {
        if ((await database.Read(db => ReturnQueries.Find(db, id, actor, Permission.ReceiveReturns))).Problem is { } problem)
            return problem;
        if (!(await Read(content, cancel)).TryGet(out var bytes, out var unfit))
            return unfit;
        if (PhotoFormat.Of(bytes) is not { } format)
            return new Problem.Invalid("photo", "Choose a JPEG, PNG or WebP picture.");

        var photo = new ReturnPhoto(line, format, bytes.Length, Text.Clean(caption), actor, clock.GetUtcNow());
        var path = Path.Combine(Folder, photo.FileName);
        await Write(path, bytes, cancel);
        var kept = await database.Write<PhotoView>(async db =>
        {
            if (!(await ReturnQueries.Find(db, id, actor, Permission.ReceiveReturns)).TryGet(out var found, out var gone))
                return gone;
            var (book, back) = found;
            if (WhyNot(back, line, caption) is { } refused)
                return refused;
            back.Add(photo);
            book.RecordPhoto(back, actor, clock.GetUtcNow());
            return View(photo);
        }, cancel);
        if (kept.Problem is not null)
            File.Delete(path);
        return kept;
    }

    /// <summary>Where a picture lies, for whoever may see its return.</summary>
    public Task<Result<PhotoFile>> Open(Actor actor, Id<ReturnPhoto> id) => database.Read<Result<PhotoFile>>(async db =>
    {
        var found = await (from photo in db.Set<ReturnPhoto>()
                           join back in db.Returns on photo.ReturnId equals back.Id
                           where photo.Id == id
                           select new { photo, back.SiteId }).SingleOrDefaultAsync();
        if (found is null)
            return new Problem.NotFound(Missing);
        if ((await Access.Of(db, actor)).Check(Permission.ViewOrders, found.SiteId, Missing) is { } problem)
            return problem;
        var path = Path.Combine(Folder, found.photo.FileName);
        return File.Exists(path) ? new PhotoFile(path, found.photo.ContentType) : new Problem.NotFound("The picture's file is not there any more.");
    });

    internal static PhotoView View(ReturnPhoto photo) => new(photo.Id, photo.LineItemId, photo.ContentType, photo.Size, photo.Caption, photo.ByName, photo.At);

    private static Problem? WhyNot(Return back, Id<LineItem>? line, string? caption)
    {
        if (!ReturnTransitions.Table.Permits(back.Status, ReturnAction.Inspect))
            return new Problem.Refused(back.Status == ReturnStatus.Closed ? "This return is closed; its photos stay as they are." : "Nothing of this return has come yet.");
        if (line is not null && back.Lines.All(each => each.LineItemId != line))
            return new Problem.Invalid("line_item_id", "There is no such line in this return.");
        if (caption?.Length > LongestCaption)
            return new Problem.Invalid("caption", $"The caption is longer than {LongestCaption} characters.");
        return back.Photos.Count >= MostPerReturn ? new Problem.Refused($"A return has at most {MostPerReturn} photos.") : null;
    }

    private static async Task<Result<byte[]>> Read(Stream content, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (kept.Length + read > MostBytes)
                return new Problem.Invalid("photo", $"A photo has at most {MostBytes / 1024 / 1024} MB.");
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }

    /// <summary>Renamed into place: a photo is whole or not there.</summary>
    private static async Task Write(string path, byte[] bytes, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = path + ".new";
        await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(bytes, cancel);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, path);
    }
}

/// <summary>A picture as it was uploaded.</summary>
/// <param name="Path">Absolute.</param>
public sealed record PhotoFile(string Path, string ContentType);
