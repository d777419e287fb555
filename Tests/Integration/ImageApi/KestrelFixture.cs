using Iris.ImageApi;
using Iris.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>The API as it runs on a laptop: a listener on a socket.</summary>
public sealed class KestrelFixture(Dynalite dynalite) : ApiFixture(dynalite)
{
    private Api? _api;

    internal override Task<Uri> StartAsync(LocalStack stack)
    {
        _api = new Api(stack.Settings);
        _api.UseKestrel(0);
        _api.StartServer();
        return Task.FromResult(_api.CreateClient().BaseAddress!);
    }

    internal override async Task StopAsync() => await _api!.DisposeAsync();

    private sealed class Api(IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings.Append(new("Logging:LogLevel:Default", "Warning")))
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
