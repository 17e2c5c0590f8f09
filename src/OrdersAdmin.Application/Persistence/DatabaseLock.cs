using System.Globalization;
using System.Text;

namespace OrdersAdmin.Persistence;

/// <summary>Keeps a second process off the database; the operating system lets go of it when the process ends, however it ends. Its file remembers whether the last one closed the database.</summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly DatabaseFile file;
    private readonly FileStream stream;

    private DatabaseLock(DatabaseFile file, FileStream stream)
    {
        (this.file, this.stream) = (file, stream);
        using var reader = new StreamReader(stream, leaveOpen: true);
        WasClosedCleanly = reader.ReadToEnd() == MarkOf(file);
        stream.SetLength(0);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Whether the last process closed the database in order, and nothing touched the file since.</summary>
    public bool WasClosedCleanly { get; }

    public static DatabaseLock Take(DatabaseFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        try
        {
            return new DatabaseLock(file, new FileStream(file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new DatabaseUnusableException($"Another process is using {file.Path}. Stop it first, or choose another OrdersAdmin:DataDirectory.", e);
        }
    }

    /// <summary>Every connection is closed and nothing is left in the log.</summary>
    public void MarkClosed()
    {
        if (File.Exists(file.Path + "-wal"))
            return;
        stream.Write(Encoding.ASCII.GetBytes(MarkOf(file)));
        stream.Flush(flushToDisk: true);
    }

    public void Dispose() => stream.Dispose();

    private static string MarkOf(DatabaseFile file)
    {
        var info = new FileInfo(file.Path);
        return info.Exists ? string.Create(CultureInfo.InvariantCulture, $"closed at {info.Length} bytes, {info.LastWriteTimeUtc:O}") : "new";
    }
}
