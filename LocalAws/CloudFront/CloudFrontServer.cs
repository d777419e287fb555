using LocalAws.Shared;

namespace LocalAws.CloudFront;

/// <summary>What CloudFront is on AWS, ready to run.</summary>
internal static class CloudFrontServer
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults();
        builder.AddCloudFront();

        var app = builder.Build();
        app.UseThisMachineOnly(showsPages: true);
        app.UseSecurityHeaders();
        app.UsePathGuard();
        app.MapDefaultEndpoints("/_local");
        app.UseBehavior("/api/", static api => api.UseApi());
        app.UseBehavior("/images/", static images => images.UseImages());
        app.UseBehavior("/", static site => site.UseSite());
        return app;
    }
}
