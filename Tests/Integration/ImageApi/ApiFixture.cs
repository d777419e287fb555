using Iris.Catalog;
using Iris.Catalog.Processing;
using Iris.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Integration.ImageApi;

/// <summary>The API with all that is behind it but the processor, whose part a test plays through <see cref="Claims"/>.</summary>
public abstract class ApiFixture(Dynalite dynalite) : IAsyncLifetime
{
    private LocalStack? _stack;
    private ServiceProvider? _services;

    /// <summary>Why this API cannot run here, with the cure; null when nothing is in the way.</summary>
    public virtual string? Obstacle => null;

    /// <summary>A client whose base address is the API's: one browser, which keeps its cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A client that sends the cookies of its requests and no others, and so can be any browser.</summary>
    public HttpClient WithoutCookies { get; private set; } = null!;

    internal LocalStack Stack => _stack!;

    internal ImageCatalog Images => _services!.GetRequiredService<ImageCatalog>();

    internal ImageClaims Claims => _services!.GetRequiredService<ImageClaims>();

    internal Visitor Visitor => new(Client);

    public async ValueTask InitializeAsync()
    {
        if (Obstacle is not null)
        {
            return;
        }

        _stack = await LocalStack.StartAsync(dynalite, TestContext.Current.CancellationToken);
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Stack.Settings!).Build())
            .AddSingleton(Stack.CreateDynamoDBClient())
            .AddSingleton(Stack.CreateS3Client())
            .AddCatalog()
            .BuildServiceProvider();
        var address = await StartAsync(Stack);
        Client = Connect(address, useCookies: true);
        WithoutCookies = Connect(address, useCookies: false);
    }

    public async ValueTask DisposeAsync()
    {
        if (Obstacle is null)
        {
            Client.Dispose();
            WithoutCookies.Dispose();
            await StopAsync();
            await _services!.DisposeAsync();
            await Stack.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Answers the API's address.</summary>
    internal abstract Task<Uri> StartAsync(LocalStack stack);

    internal abstract Task StopAsync();

    private static HttpClient Connect(Uri address, bool useCookies) =>
        new(new Below(address) { InnerHandler = new SocketsHttpHandler { UseCookies = useCookies, UseProxy = false } })
        {
            BaseAddress = new Uri(address, "/"),
        };

    /// <summary>Puts the path of an HTTP API in front of each request's own.</summary>
    private sealed class Below(Uri prefix) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(prefix, request.RequestUri!.PathAndQuery.TrimStart('/'));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
