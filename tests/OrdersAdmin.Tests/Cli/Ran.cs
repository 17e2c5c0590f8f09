using System.Text;
using System.Text.Json;

namespace OrdersAdmin.Tests.Cli;

/// <summary>A run of the tool that has ended.</summary>
internal sealed record Ran(int Code, byte[] Output, string Words)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public string[] Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement Json => JsonElement.Parse(Output);

    /// <summary>Ended with this code, and printed no data if it is not 0.</summary>
    public Ran Ended(int code)
    {
        Assert.True(code == Code, $"{Code} instead of {code}: {Words}\n{Text}");
        if (code != 0)
            Assert.Equal("", Text);
        return this;
    }
}
