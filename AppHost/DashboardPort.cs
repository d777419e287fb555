namespace Iris.AppHost;

internal static class DashboardPort
{
    /// <summary>Moves the dashboard from the port in the launch settings.</summary>
    public static void UseDashboardPort(this IDistributedApplicationBuilder builder, int? port)
    {
        if (port is not null)
        {
            builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{port}";
        }
    }
}
