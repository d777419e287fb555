using Amazon.Lambda.AspNetCoreServer.Internal;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs an ASP.NET Core application in Lambda.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// In Lambda, replaces Kestrel by a server that takes requests from the Lambda Runtime API; anywhere else it changes nothing.
    /// A process is in Lambda when AWS_LAMBDA_FUNCTION_NAME is set, as environment variable or configuration.
    /// </summary>
    /// <param name="services">The application's services, which hold the server that is used outside Lambda.</param>
    /// <param name="eventSource">What sends the requests.</param>
    public static IServiceCollection AddAWSLambdaHosting(this IServiceCollection services, LambdaEventSource eventSource)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(eventSource, LambdaEventSource.HttpApi);
        InitializationError.ReportWhenUnhandled();

        // Configuration is complete only when the host is built, so which server it is gets decided then.
        var otherwise = services.LastOrDefault(service => service.ServiceType == typeof(IServer));
        return services.AddSingleton<IServer>(provider =>
        {
            var environment = LambdaEnvironment.From(name => provider.GetRequiredService<IConfiguration>()[name]);
            return environment.FunctionName is ""
                ? Create(otherwise, provider)
                : ActivatorUtilities.CreateInstance<LambdaServer>(provider, environment);
        });
    }

    private static IServer Create(ServiceDescriptor? server, IServiceProvider provider) => server switch
    {
        { ImplementationInstance: IServer instance } => instance,
        { ImplementationFactory: { } factory } => (IServer)factory(provider),
        { ImplementationType: { } type } => (IServer)ActivatorUtilities.CreateInstance(provider, type),
        _ => throw new InvalidOperationException(
            "There is no server for use outside Lambda: call AddAWSLambdaHosting after the web host has added one."),
    };
}
