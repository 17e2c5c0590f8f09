using Microsoft.EntityFrameworkCore;
using OrdersAdmin.Kernel;
using OrdersAdmin.Notifications;
using OrdersAdmin.Persistence;
using OrdersAdmin.Sites;

namespace OrdersAdmin.Staff;

/// <summary>Who works here, as what, and on which sites.</summary>
public sealed class StaffWorkflow(OrdersDatabase database)
{
    /// <summary>Adds a person; the id is the one that their credentials carry.</summary>
    public Task<Result<Id<StaffMember>>> Add(Actor actor, Id<StaffMember> id, StaffDetails details, CancellationToken cancel = default) => database.Write<Id<StaffMember>>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManagePeople) is { } forbidden)
            return forbidden;
        var email = EmailAddress.Normalize(details.Email);
        if (Check(details) is { } wrong)
            return wrong;
        if (await db.Staff.AnyAsync(member => member.Email == email))
            return new Problem.Invalid("email", $"{email} has an account already.");
        if (!(await Sites(db, details.Sites)).TryGet(out var sites, out var unknown))
            return unknown;
        db.Staff.Add(new StaffMember(id, email, details.Name.Trim(), details.Role, sites));
        return id;
    }, cancel);

    /// <summary>Changes name, role, sites, and whether they work here; the email address stays. The shop always keeps an owner.</summary>
    public Task<Result<Done>> Change(Actor actor, Id<StaffMember> id, StaffDetails details, int expectedVersion, CancellationToken cancel = default) => database.Write<Done>(async db =>
    {
        if ((await Access.Of(db, actor)).Check(Permission.ManagePeople) is { } forbidden)
            return forbidden;
        if (await db.Staff.Include(each => each.Grants).SingleOrDefaultAsync(each => each.Id == id) is not { } member)
            return new Problem.NotFound("There is no such member of staff.");
        if (Check(details with { Email = member.Email }) is { } wrong)
            return wrong;
        if (member.Version != expectedVersion)
            return new Problem.Stale($"Somebody else changed {member.Name}. Look again before you save.");
        if (!(await Sites(db, details.Sites)).TryGet(out var sites, out var unknown))
            return unknown;
        var stepsDown = member is { Role: Role.Owner, Active: true } && (details.Role != Role.Owner || !details.Active);
        if (stepsDown && !await db.Staff.AnyAsync(each => each.Id != id && each.Active && each.Role == Role.Owner))
            return new Problem.Refused($"{member.Name} is the only owner. Make somebody else an owner first.");
        member.Change(details.Name.Trim(), details.Role, details.Active, sites);
        return new Done();
    }, cancel);

    private static async Task<Result<List<Id<Site>>>> Sites(OrdersContext db, IReadOnlyList<string> slugs)
    {
        var found = await db.Sites.Where(site => slugs.Contains(site.Slug)).Select(site => site.Id).ToListAsync();
        return found.Count == slugs.Distinct(StringComparer.Ordinal).Count() ? found : new Problem.Invalid("sites", "One of these sites does not exist.");
    }

    private static Problem.Invalid? Check(StaffDetails details)
    {
        var errors = new List<FieldError>();
        if (!EmailAddress.IsValid(details.Email.Trim()))
            errors.Add(new("email", "This is not an email address."));
        if (details.Name.Trim().Length is 0 or > 100)
            errors.Add(new("name", "Give a name of at most 100 characters."));
        if (!Enum.IsDefined(details.Role))
            errors.Add(new("role", "Choose a role."));
        return errors.Count > 0 ? new(errors) : null;
    }
}
