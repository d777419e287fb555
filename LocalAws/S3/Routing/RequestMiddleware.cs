using LocalAws.S3.Protocol;
using LocalAws.Shared.SigV4;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.S3.Routing;

/// <summary>Gives each request its id and its reading in S3's terms, and turns what nobody foresaw into an answer of S3's.</summary>
internal sealed partial class RequestMiddleware(RequestDelegate next, ILogger<RequestMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        RequestId.Assign(context);
        if (RequestTarget.TryParse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) is not { } target)
        {
            await new S3Error(400, "InvalidURI", "Couldn't parse the specified URI.").ExecuteAsync(context);
            return;
        }

        context.Features.Set(new S3Request(context, target));
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; nobody reads an answer.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await new S3Error(exception.StatusCode, "IncompleteBody", exception.Message).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogFailure(exception, context.Request.Method, target.Path);
            await S3Error.InternalError().ExecuteAsync(context);
        }
    }

    [LoggerMessage(200, LogLevel.Error, "{Method} {Path} failed.")]
    private partial void LogFailure(Exception exception, string method, string path);
}
