using System.Diagnostics;

namespace OrdersAdmin.Refunds;

/// <summary>Ends the process without a farewell at one named place, as a power cut would. For the tests that prove that nothing is lost; the host honors it in Development alone.</summary>
public sealed class Failpoint(string? name = null)
{
    /// <summary>The attempt is written and not committed.</summary>
    public const string BeforeAttemptCommit = "before-attempt-commit";

    /// <summary>The attempt is committed and nothing was sent.</summary>
    public const string BeforePost = "before-post";

    /// <summary>The provider has answered and nobody knows it but this process.</summary>
    public const string AfterPost = "after-post";

    /// <summary>The answer is written and not committed.</summary>
    public const string BeforeAnswerCommit = "before-answer-commit";

    /// <summary>The answer is committed.</summary>
    public const string AfterAnswerCommit = "after-answer-commit";

    /// <summary>A webhook is written and not committed.</summary>
    public const string BeforeEventCommit = "before-event-commit";

    /// <summary>A webhook is committed and not worked on.</summary>
    public const string AfterEventCommit = "after-event-commit";

    /// <summary>What a webhook pointed to is written and not committed.</summary>
    public const string BeforeNewsCommit = "before-news-commit";

    /// <summary>What a webhook pointed to is committed; the webhook itself still counts as new.</summary>
    public const string AfterNewsCommit = "after-news-commit";

    public static IReadOnlyList<string> All { get; } =
        [BeforeAttemptCommit, BeforePost, AfterPost, BeforeAnswerCommit, AfterAnswerCommit, BeforeEventCommit, AfterEventCommit, BeforeNewsCommit, AfterNewsCommit];

    internal void Reach(string place)
    {
        if (place != name)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // The signal takes a moment; nothing more may happen meanwhile.
        Thread.Sleep(Timeout.Infinite);
    }
}
