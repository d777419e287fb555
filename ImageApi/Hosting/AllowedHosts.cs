namespace Iris.ImageApi.Hosting;

/// <summary>
/// The names that the API goes by, where a setting says them: on a developer's machine that machine's own, so that no page of elsewhere
/// reaches it by a name that somebody else's DNS leads there. On AWS nothing comes to it but through API Gateway.
/// </summary>
internal static class AllowedHosts
{
    /// <summary>The setting, as ASP.NET Core has it: names separated by semicolons.</summary>
    public const string Setting = "AllowedHosts";

    public static IServiceCollection AddAllowedHosts(this IServiceCollection services, IConfiguration configuration) =>
        services.AddHostFiltering(options => options.AllowedHosts = configuration[Setting]?.Split(';') ?? ["*"]);

    public static void UseAllowedHosts(this WebApplication app)
    {
        if (app.Configuration[Setting] is { Length: > 0 })
        {
            app.UseHostFiltering();
        }
    }
}
