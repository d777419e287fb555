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

    /// <summary>A client whose base address is the API's.</summary>
    public HttpClient Client { get; private set; } = null!;

    internal LocalStack Stack => _stack!;

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
        Client = await StartAsync(Stack);
    }

    public async ValueTask DisposeAsync()
    {
        if (Obstacle is null)
        {
            Client.Dispose();
            await StopAsync();
            await _services!.DisposeAsync();
            await Stack.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    internal abstract Task<HttpClient> StartAsync(LocalStack stack);

    internal abstract Task StopAsync();
}
