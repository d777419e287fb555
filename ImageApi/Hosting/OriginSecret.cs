using System.Security.Cryptography;
using System.Text;

namespace Iris.ImageApi.Hosting;

/// <summary>
/// On AWS the API has an address of its own beside the distribution's. Whoever does not know what the distribution says is refused there,
/// so that nobody passes by its firewall, its cache and its headers.
/// </summary>
internal static class OriginSecret
{
    /// <summary>The setting; without it everybody is answered.</summary>
    public const string Setting = "Origin:Secret";

    public const string Header = "x-origin-verify";

    public static void UseOriginSecret(this WebApplication app)
    {
        if (app.Configuration[Setting] is not { Length: > 0 } secret)
        {
            return;
        }

        var expected = Encoding.UTF8.GetBytes(secret);
        app.Use((context, next) => IsSaid(context.Request, expected) ? next(context) : RefuseAsync(context));
    }

    // In the same time whatever was said, so that it cannot be guessed character by character.
    private static bool IsSaid(HttpRequest request, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[Header].ToString()), expected);

    private static Task RefuseAsync(HttpContext context) =>
        new OtherProblem(StatusCodes.Status403Forbidden, "This address is for the site's distribution. Use the site's own.")
            .ExecuteAsync(context);
}
