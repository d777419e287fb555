using Iris.Deployment.Stacks;

namespace Iris.Deployment.Releases;

/// <summary>A deployment that is worked out and not begun.</summary>
/// <param name="Release">What is to be put in place.</param>
/// <param name="History">What was before.</param>
/// <param name="Before">The stack as it is; null when it has yet to be created.</param>
/// <param name="Changes">What CloudFormation would do; null when the stack does not change.</param>
/// <param name="HasSignIn">Whether the site will ask those who write for a token.</param>
public sealed record DeploymentPlan(Release Release, ReleaseHistory History, Stack? Before, ChangeSet? Changes, bool HasSignIn)
{
    /// <summary>When it was worked out: its record goes by that.</summary>
    public DateTimeOffset At { get; } = DateTimeOffset.UtcNow;

    /// <summary>Whether all is in place already.</summary>
    public bool IsNothing => Changes is null && !History.IsUnfinished && Release.HasContentOf(History.Running);

    public bool IsCreation => Before is not { State: StackState.Stands };

    /// <summary>Whether the test may upload: where sign-in is on that takes a token.</summary>
    public bool CanUpload => !HasSignIn || SignIn.Token is not null;
}
