namespace OrdersAdmin.Persistence;

/// <summary>Keeps a second process off the database; the operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream stream;

    private DatabaseLock(FileStream stream) => this.stream = stream;

    public static DatabaseLock Take(DatabaseFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        try
        {
            return new DatabaseLock(new FileStream(file.Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new DatabaseUnusableException($"Another process is using {file.Path}. Stop it first, or choose another OrdersAdmin:DataDirectory.", e);
        }
    }

    public void Dispose() => stream.Dispose();
}
