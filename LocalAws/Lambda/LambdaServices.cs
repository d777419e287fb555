using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.HttpApi;
using LocalAws.Lambda.InvokeApi;
using LocalAws.Lambda.Tracing;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda;

internal static class LambdaServices
{
    // A sandbox is its connection, so an idle one must outlive the longest invocation, 15 minutes.
    private static readonly TimeSpan s_keepAlive = TimeSpan.FromMinutes(20);

    public static void AddLambda(this WebApplicationBuilder builder)
    {
        builder.AddTracing();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.KeepAliveTimeout = s_keepAlive);
        builder.Services.AddSigV4Verifier("lambda");
        builder.Services.AddSingleton<IValidateOptions<LambdaOptions>, LambdaOptionsValidator>();
        builder.Services.AddOptions<LambdaOptions>().BindConfiguration(LambdaOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<LambdaFunctions>().AddSingleton<Invoker>();
        builder.Services.AddOptions<HttpApiOptions>().BindConfiguration(HttpApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<HttpApiRoutes>().AddJwtAuthorizer();
        builder.Services.AddSingleton<FailureStore>().AddSingleton<EventDelivery>().AddSingleton<EventQueue>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<EventQueue>());
    }
}
