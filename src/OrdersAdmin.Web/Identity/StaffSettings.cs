using OrdersAdmin.Kernel;
using OrdersAdmin.Staff;

namespace OrdersAdmin.Web.Identity;

/// <summary>What an owner does with people: each act changes the orders database first, where it is checked, and then the credentials.</summary>
internal sealed class StaffSettings(StaffWorkflow staff, StaffQueries people, StaffAccounts accounts, AccountLetters letters)
{
    /// <summary>Everybody, and whether they have come yet.</summary>
    public async Task<Result<IReadOnlyList<StaffRow>>> List(Actor actor)
    {
        if (!(await people.List(actor)).TryGet(out var members, out var problem))
            return problem;
        var states = await accounts.States();
        return members.Select(member => states.TryGetValue(member.Id, out var state)
            ? new StaffRow(member, state.Accepted, state.LastSignInAt)
            : new StaffRow(member, Accepted: false, LastSignInAt: null)).ToList();
    }

    public async Task<Result<Done>> Invite(Actor actor, StaffDetails details) =>
        (await staff.Add(actor, Id<StaffMember>.New(), details)).TryGet(out var id, out var problem) ? await SendInvitation(actor, id) : problem;

    /// <summary>Also makes up for an account that a crash left unmade.</summary>
    public async Task<Result<Done>> SendInvitation(Actor actor, Id<StaffMember> id)
    {
        if (!(await people.List(actor)).TryGet(out var members, out var problem))
            return problem;
        if (members.FirstOrDefault(each => each.Id == id) is not { } member)
            return new Problem.NotFound("There is no such member of staff.");
        if (!member.Active)
            return new Problem.Refused($"{member.Name} is deactivated. Activate them first.");
        var made = await accounts.Ensure(id, member.Email);
        return made.Problem is null ? await letters.Invite(member, actor.Name) : made;
    }

    /// <remarks>Permissions are read from the database at every act, so they change at once, also should the process die before the sessions are ended.</remarks>
    public async Task<Result<Done>> Change(Actor actor, StaffView before, StaffDetails details)
    {
        var changed = await staff.Change(actor, before.Id, details, before.Version);
        var differs = before.Role != details.Role || before.Active != details.Active || !before.Sites.ToHashSet(StringComparer.Ordinal).SetEquals(details.Sites);
        if (changed.Problem is null && differs)
            await accounts.EndSessions(before.Id);
        return changed;
    }
}

/// <param name="Accepted">They chose a password; before that they are invited.</param>
public sealed record StaffRow(StaffView Member, bool Accepted, DateTimeOffset? LastSignInAt);
