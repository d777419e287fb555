namespace LocalAws.Edge;

/// <summary>The edge, ready to run.</summary>
internal static class EdgeServer
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults();
        builder.AddEdge();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UsePathGuard();
        app.MapDefaultEndpoints("/_local");
        app.UseBehavior("/api/", static api => api.UseApi());
        app.UseBehavior("/images/", static images => images.UseImages());
        app.UseBehavior("/", static site => site.UseSite());
        return app;
    }
}
