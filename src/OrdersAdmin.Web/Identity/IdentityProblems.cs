using Microsoft.AspNetCore.Identity;
using OrdersAdmin.Kernel;

namespace OrdersAdmin.Web.Identity;

/// <summary>What Identity refuses, in our words and beside our fields.</summary>
internal static class IdentityProblems
{
    public static Result<Done> ToResult(this IdentityResult result) => result.Succeeded ? new Done() : result.ToProblem();

    public static Problem ToProblem(this IdentityResult result) => new Problem.Invalid([.. result.Errors.Select(InOurWords)]);

    /// <summary>The sentence beside this field, if there is one.</summary>
    public static string? Beside(this Problem? problem, string field) =>
        (problem as Problem.Invalid)?.Errors.FirstOrDefault(error => error.Path == field)?.Message;

    private static FieldError InOurWords(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => new("password", "Use at least 15 characters; a few words together are easy to remember."),
        nameof(IdentityErrorDescriber.PasswordMismatch) => new("current", "This is not your current password."),
        nameof(IdentityErrorDescriber.InvalidToken) => new("", "This link is not valid any more. Ask for a new one."),
        nameof(IdentityErrorDescriber.DuplicateEmail) => new("email", "There is an account with this email address already."),
        nameof(IdentityErrorDescriber.InvalidEmail) => new("email", "This is not an email address."),
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => new("", "The account was changed at the same moment. Try again."),
        _ => new("", error.Description),
    };
}
