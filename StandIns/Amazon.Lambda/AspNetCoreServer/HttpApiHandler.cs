using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Amazon.Lambda.AspNetCoreServer.Internal;

/// <summary>Sends one HTTP API request through the ASP.NET Core pipeline.</summary>
internal sealed partial class HttpApiHandler<TContext>(IHttpApplication<TContext> application, ILambdaSerializer serializer, ILogger logger)
    where TContext : notnull
{
    /// <summary>Time kept back for the response when the deadline cancels the request.</summary>
    private static readonly TimeSpan s_margin = TimeSpan.FromMilliseconds(250);

    public async Task HandleAsync(Stream input, ILambdaContext context, Stream output)
    {
        var request = serializer.Deserialize<APIGatewayHttpApiV2ProxyRequest>(input);
        var left = context.RemainingTime - s_margin;
        using var aborted = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        using var response = new ResponseFeature();
        await ProcessAsync(HttpApiRequest.ToFeatures(request, context, aborted, response), response, aborted.Token);
        serializer.Serialize(HttpApiResponse.From(response), output);
        await response.CompletedAsync();
    }

    private async Task ProcessAsync(IFeatureCollection features, ResponseFeature response, CancellationToken aborted)
    {
        var httpContext = application.CreateContext(features);
        Exception? failure = null;
        try
        {
            await application.ProcessRequestAsync(httpContext);
            await response.CompleteAsync();
        }
        catch (Exception e)
        {
            failure = e;
            response.Fail(e switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                OperationCanceledException when aborted.IsCancellationRequested => StatusCodes.Status504GatewayTimeout,
                _ => StatusCodes.Status500InternalServerError,
            });
            LogUnhandled(logger, e);
        }
        finally
        {
            application.DisposeContext(httpContext, failure);
        }
    }

    [LoggerMessage(2, LogLevel.Error, "The application threw an unhandled exception.")]
    private static partial void LogUnhandled(ILogger logger, Exception exception);
}
