using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Hosting;

namespace Iris.ServiceDefaults;

/// <summary>Lets frameworks speak of trouble only: their six lines a request would bury the one that says what became of an image.</summary>
internal static class FrameworkLogLevels
{
    private static readonly KeyValuePair<string, string?>[] s_defaults =
    [
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:Polly", "Warning"),
        new("Logging:LogLevel:System.Net.Http.HttpClient", "Warning"),
        new("Logging:LogLevel:Yarp", "Warning"),
    ];

    /// <summary>Adds the levels below every other source, so that any setting of the same name raises them again.</summary>
    public static void AddFrameworkLogLevels(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = s_defaults });
}
