using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>What a project is told by its launch profile and its endpoints.</summary>
internal static class ProjectEnvironment
{
    public static IEnumerable<KeyValuePair<string, object>> For(ProjectResource project)
    {
        yield return new("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "true");
        if (project.TryGetLastAnnotation<LaunchProfileAnnotation>(out var launch))
        {
            foreach (var (name, value) in launch.Profile.EnvironmentVariables)
            {
                yield return new(name, value);
            }
        }

        var urls = project.GetEndpoints()
            .Where(static endpoint => endpoint.EndpointAnnotation is { UriScheme: "http" or "https", TargetPortEnvironmentVariable: null })
            .ToArray();
        if (urls.Length > 0)
        {
            yield return new("ASPNETCORE_URLS", new ListeningUrls(urls));
        }
    }

    /// <summary>The addresses that the process itself listens on, behind the proxy or without one.</summary>
    private sealed class ListeningUrls(EndpointReference[] endpoints) : IValueProvider
    {
        public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
        {
            List<string> urls = [];
            foreach (var endpoint in endpoints)
            {
                urls.Add($"{endpoint.Scheme}://localhost:{await endpoint.Property(EndpointProperty.TargetPort).GetValueAsync(cancellationToken)}");
            }

            return string.Join(';', urls);
        }
    }
}
