using System.Security.Claims;
using OrdersAdmin.Kernel;
using OrdersAdmin.Orders;
using OrdersAdmin.Returns;
using OrdersAdmin.Web.Identity;

namespace OrdersAdmin.Web.Hosting;

/// <summary>Photos of what came back: taken in as a form over HTTP, so that no picture passes through a page's circuit.</summary>
internal static class PhotoEndpoints
{
    public static void MapReturnPhotos(this WebApplication app)
    {
        app.MapPost("/returns/{id}/photos", Add).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/returns/photos/{id}", Open).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> Add(string id, string? line, IFormFile file, ClaimsPrincipal person, ReturnPhotoWorkflow photos, CancellationToken cancel)
    {
        if (!Id<Return>.TryParse(id, null, out var returnId))
            return Results.NotFound();
        await using var content = file.OpenReadStream();
        var added = await photos.Add(person.Actor(), returnId, content, Id<LineItem>.TryParse(line, null, out var lineId) ? lineId : null, caption: null, cancel);
        return added.Match(_ => Results.NoContent(), problem => Results.Json(new { problem.Message }, statusCode: StatusOf(problem)));
    }

    private static async Task<IResult> Open(string id, ClaimsPrincipal person, ReturnPhotoWorkflow photos) =>
        Id<ReturnPhoto>.TryParse(id, null, out var photoId) && (await photos.Open(person.Actor(), photoId)).TryGet(out var file, out _)
            ? Results.File(file.Path, file.ContentType, enableRangeProcessing: false)
            : Results.NotFound();

    private static int StatusOf(Problem problem) => problem switch
    {
        Problem.NotFound => StatusCodes.Status404NotFound,
        Problem.Forbidden => StatusCodes.Status403Forbidden,
        Problem.Invalid => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
