using Iris.Client;

namespace Iris.Deployment.Releases;

/// <summary>
/// The token of an identity provider, which a site asks for whose stack has an <c>OidcIssuer</c>. It is read of the environment alone:
/// arguments are seen by everybody on a machine.
/// </summary>
public static class SignIn
{
    public const string Variable = "IRIS_TOKEN";

    public static string? Token => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } token ? token : null;

    public static ImagesClient Connect(Uri site) => ImagesClient.Connect(site, Token);
}
