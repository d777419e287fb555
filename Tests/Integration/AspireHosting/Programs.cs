using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Integration.AspireHosting;

/// <summary>The programs that the models here run.</summary>
internal static class Programs
{
    // Answers its process id; while /down was asked it calls itself unhealthy.
    private const string ServerScript = """
        let down = false;
        require('http').createServer((request, response) => {
          if (request.url === '/down') down = true;
          response.statusCode = request.url === '/health' && down ? 503 : 200;
          response.end(String(process.pid));
        }).listen(process.env.PORT, '127.0.0.1', () => console.log('listening'));
        """;

    public static IResourceBuilder<ExecutableResource> AddServer(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddExecutable(name, "node", Path.GetTempPath(), "-e", ServerScript)
            .WithHttpEndpoint(env: "PORT")
            .WithHttpHealthCheck("/health");

    public static IResourceBuilder<ExecutableResource> AddShell(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "sh", Path.GetTempPath(), "-c", script);
}
