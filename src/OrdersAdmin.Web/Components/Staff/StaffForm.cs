using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Components.Staff;

/// <summary>What is typed into the dialogs about a person.</summary>
public sealed class StaffForm
{
    public string? Email { get; set; } = "";

    public string? Name { get; set; } = "";

    public Role Role { get; set; } = Role.Staff;

    public bool Active { get; set; } = true;

    public HashSet<string> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>What it holds as one text: equal means that nothing was typed.</summary>
    public string Content => string.Join('\n', [Email, Name, Role.ToString(), Active.ToString(), .. Sites.Order(StringComparer.Ordinal)]);

    public static StaffForm Of(StaffView member)
    {
        var form = new StaffForm { Email = member.Email, Name = member.Name, Role = member.Role, Active = member.Active };
        form.Sites.UnionWith(member.Sites);
        return form;
    }

    public void Choose(string site, bool chosen)
    {
        if (chosen)
            Sites.Add(site);
        else
            Sites.Remove(site);
    }

    public StaffDetails Details() => new(Email ?? "", Name ?? "", Role, [.. Sites.Order(StringComparer.Ordinal)], Active);
}
