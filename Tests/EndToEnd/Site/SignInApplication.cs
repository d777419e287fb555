namespace Iris.Tests.EndToEnd.Site;

/// <summary>An application whose visitors sign in before they write.</summary>
public sealed class SignInApplication : SharedApplication
{
    protected override string[] Arguments => ["--ephemeral", "--sign-in"];
}
