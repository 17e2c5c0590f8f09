using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Components.Staff.Security;

public sealed partial class PasskeysSection
{
    private const int Most = 20;

    private IList<UserPasskeyInfo> passkeys = [];

    [SupplyParameterFromForm(FormName = "passkey-add", Name = "credential")]
    private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "passkey-add", Name = "new-name")]
    private string? NewName { get; set; }

    [SupplyParameterFromForm(Name = "passkey-act")]
    private string? Wanted { get; set; }

    [SupplyParameterFromForm(Name = "passkey-name")]
    private string? Name { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        passkeys = [.. (await Accounts.GetPasskeysAsync(Account)).OrderBy(passkey => passkey.CreatedAt)];
    }

    private async Task Add()
    {
        Wrong = await Save();
        if (Wrong is null)
            Told("passkey");
    }

    private async Task<Problem?> Save()
    {
        const string Failed = "The passkey could not be saved. Try again.";
        if (passkeys.Count >= Most)
            return new Problem.Refused("You have 20 passkeys. Remove one that you do not use any more.");
        try
        {
            var attested = await Door.PerformPasskeyAttestationAsync(Credential ?? "");
            if (!attested.Succeeded)
                return new Problem.Refused(Failed);
            attested.Passkey.Name = Named(NewName) ?? "Passkey";
            return (await Accounts.AddOrUpdatePasskeyAsync(Account, attested.Passkey)).Succeeded ? null : new Problem.Refused(Failed);
        }
        catch (Exception e) when (e is PasskeyException or InvalidOperationException)
        {
            // Nothing was asked for from this browser, or what it sent is no credential.
            return new Problem.Refused(Failed);
        }
    }

    private async Task Change(UserPasskeyInfo passkey)
    {
        if (Wanted == "remove")
        {
            await Accounts.RemovePasskeyAsync(Account, passkey.CredentialId);
            Told("passkey-removed");
        }
        else if (Named(Name) is { } name)
        {
            passkey.Name = name;
            await Accounts.AddOrUpdatePasskeyAsync(Account, passkey);
            Told("passkey-renamed");
        }
    }

    private static string? Named(string? text) => Text.Clean(text) is { } name ? name[..Math.Min(name.Length, 60)] : null;
}
