using System.Text.Json;
using System.Text.Json.Serialization;
using LocalAws.Shared.SigV4;

namespace LocalAws.Rekognition.Protocol;

/// <summary>AWS JSON 1.1 over HTTP: one path, the operation in a header, a signature over everything.</summary>
internal sealed partial class RekognitionEndpoint(
    SigV4Verifier signatures, DetectLabelsOperation detectLabels, ILogger<RekognitionEndpoint> log)
{
    private const string ContentType = "application/x-amz-json-1.1", DetectLabels = "RekognitionService.DetectLabels";

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        http.Response.ContentType = ContentType;
        var outcome = await TryAnswerAsync(http.Request, requestId, http.RequestAborted);

        if (outcome.Failed(out var error, out var response))
        {
            http.Response.StatusCode = error.StatusCode;
            var body = new ErrorBody(error.Type, error.Type, requestId, error.Message);
            await JsonSerializer.SerializeAsync(http.Response.Body, body, RekognitionJson.Default.ErrorBody, http.RequestAborted);
            return;
        }

        await JsonSerializer.SerializeAsync(
            http.Response.Body, response, RekognitionJson.Default.DetectLabelsResponse, http.RequestAborted);
    }

    private async Task<Outcome<DetectLabelsResponse>> TryAnswerAsync(
        HttpRequest request, string requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(request, cancellationToken);
        }
        catch (Exception outage) when (outage is not OperationCanceledException)
        {
            Failed(outage, requestId);
            return RekognitionError.InternalServerError;
        }
    }

    private async Task<Outcome<DetectLabelsResponse>> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = await RequestBody.ReadAsync(request, cancellationToken);

        if (body is null)
        {
            return RekognitionError.RequestTooLarge;
        }

        if (signatures.Verify(request, PayloadHash.Of(body.Bytes)) is SigV4Refusal { JsonError: var (status, code) } refusal)
        {
            return new RekognitionError(code, refusal.Message, status);
        }

        if (request.Headers["X-Amz-Target"] != DetectLabels)
        {
            return RekognitionError.UnknownOperation;
        }

        return Read(body).Failed(out var error, out var parameters)
            ? error
            : await detectLabels.ExecuteAsync(parameters, cancellationToken);
    }

    private static Outcome<DetectLabelsRequest> Read(RequestBody body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Bytes, RekognitionJson.Default.DetectLabelsRequest) is { } request
                ? request
                : RekognitionError.Serialization("The request is null");
        }
        catch (JsonException malformed)
        {
            return RekognitionError.Serialization(malformed.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed")]
    private partial void Failed(Exception outage, string requestId);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DetectLabelsRequest))]
[JsonSerializable(typeof(DetectLabelsResponse))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class RekognitionJson : JsonSerializerContext;
