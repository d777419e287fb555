using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.InvokeApi;
using LocalAws.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Support.Lambda;

/// <summary>LocalAws.Lambda in this process, on a real socket of 127.0.0.1, with its data in a folder that goes with it.</summary>
public sealed class LocalLambda : IAsyncDisposable
{
    private readonly Emulator _emulator;
    private readonly string? _temporaryDirectory;

    private LocalLambda(Emulator emulator, string dataDirectory, string? temporaryDirectory)
    {
        _emulator = emulator;
        _temporaryDirectory = temporaryDirectory;
        DataDirectory = dataDirectory;
        emulator.UseKestrel();
        emulator.StartServer();
        Endpoint = new Uri($"http://127.0.0.1:{emulator.ClientOptions.BaseAddress.Port}");
        Client = LocalAccount.ConnectToLambda(Endpoint);
    }

    /// <summary>For AWS_ENDPOINT_URL_LAMBDA.</summary>
    public Uri Endpoint { get; }

    public string DataDirectory { get; }

    public HttpClient Client { get; }

    /// <summary>
    /// Starts an emulator that knows the functions of its settings. Retries come after 20 ms, unless the settings differ.
    /// </summary>
    /// <param name="settings">Keys below <c>Lambda:</c>, for example <c>Functions:F:TimeoutSeconds</c>.</param>
    /// <param name="dataDirectory">Kept when the emulator stops; by default a temporary one.</param>
    /// <param name="port">0 for a free one.</param>
    public static LocalLambda Start(
        IReadOnlyDictionary<string, string>? settings = null, string? dataDirectory = null, int port = 0)
    {
        var temporary = dataDirectory is null ? Directory.CreateTempSubdirectory("iris-lambda-").FullName : null;
        var directory = dataDirectory ?? temporary!;
        return new LocalLambda(new Emulator(settings ?? new Dictionary<string, string>(), directory, port), directory, temporary);
    }

    /// <summary>For AWS_LAMBDA_RUNTIME_API.</summary>
    public string RuntimeApi(string function) => $"127.0.0.1:{Endpoint.Port.ToString(CultureInfo.InvariantCulture)}/{function}";

    /// <summary>Where the function answers behind its HTTP API, with a slash at the end.</summary>
    public Uri HttpApi(string function) => new(Endpoint, $"/_local/http-api/{function}/");

    public async Task<HttpResponseMessage> InvokeAsync(
        string function, string payload, CancellationToken cancellationToken, string type = "RequestResponse")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/2015-03-31/functions/{function}/invocations")
        {
            Content = new StringContent(payload, Encoding.UTF8, "application/json"),
            Headers = { { "X-Amz-Invocation-Type", type } },
        };
        return await Client.SendAsync(request, cancellationToken);
    }

    /// <summary>Invokes a function as Lambda itself does: under a request id that a retry has too, with a time limit of its own.</summary>
    internal Task<InvocationResult> InvokeAsync(
        string function, string requestId, TimeSpan timeout, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var target = _emulator.Services.GetRequiredService<LambdaFunctions>().GetOrAdd(function);
        target.Options.TimeoutSeconds = (int)timeout.TotalSeconds;
        return _emulator.Services.GetRequiredService<Invoker>()
            .InvokeAsync(target, new InvocationRequest(requestId, payload), cancellationToken);
    }

    /// <summary>Sends an event; returns its request id.</summary>
    public async Task<string> SendEventAsync(string function, string payload, CancellationToken cancellationToken)
    {
        using var response = await InvokeAsync(function, payload, cancellationToken, "Event");
        return response.StatusCode is HttpStatusCode.Accepted
            ? response.Headers.GetValues("x-amzn-RequestId").Single()
            : throw new InvalidOperationException(
                $"The event was not accepted: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    /// <summary>The on-failure records.</summary>
    public async Task<JsonArray> FailuresAsync(CancellationToken cancellationToken) =>
        await Client.GetFromJsonAsync<JsonArray>("/_local/failures", cancellationToken) ?? [];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _emulator.DisposeAsync();
        if (_temporaryDirectory is not null)
        {
            Directory.Delete(_temporaryDirectory, recursive: true);
        }
    }

    private sealed class Emulator(IReadOnlyDictionary<string, string> settings, string dataDirectory, int port)
        : WebApplicationFactory<LambdaFunction>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            // The settings file lies beside whichever program this runs in.
            builder.UseContentRoot(AppContext.BaseDirectory);
            // Not UseKestrel(port): that changes the addresses while Program may be starting already, and sometimes loses.
            builder.UseSetting("urls", $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
            builder.UseSetting("AWS_ACCESS_KEY_ID", LocalAccount.AccessKeyId);
            builder.UseSetting("AWS_SECRET_ACCESS_KEY", LocalAccount.SecretAccessKey);
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.UseSetting("Lambda:DataDirectory", dataDirectory);
            builder.UseSetting("Lambda:RetryDelaySeconds", "0.02");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting($"Lambda:{key}", value);
            }
        }
    }
}
