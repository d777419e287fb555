using System.Net.Http.Json;
using System.Security.Cryptography;
using Iris.Client;

namespace Iris.AppHost.Commands;

/// <summary>
/// Announces an image and tells the processor of its arrival although no byte of it has arrived: every attempt fails, the image
/// ends as failed, and its event as a dead letter.
/// </summary>
internal static class PoisonImage
{
    public static IResourceBuilder<ProjectResource> WithPoisonImageCommand(
        this IResourceBuilder<ProjectResource> lambda, ReferenceExpression apiOrigin, ReferenceExpression bucketName) =>
        lambda.WithCommand(
            "send-poison-image",
            "Send a poison image",
            async context =>
            {
                var id = await AnnounceAsync(apiOrigin, context.CancellationToken);
                var bucket = await bucketName.GetValueAsync(context.CancellationToken);
                await NotifyAsync(lambda.GetEndpoint("http"), bucket!, id, context.CancellationToken);
                return CommandResults.Success($"Image {id} is on its way, and will fail three times.");
            },
            new CommandOptions
            {
                Description = "Send an image that cannot be processed, to see retries, the failed state and the dead letter.",
                IconName = "Warning",
            });

    private static async Task<string> AnnounceAsync(ReferenceExpression apiOrigin, CancellationToken cancellationToken)
    {
        using var api = await Api.ConnectAsync(apiOrigin, cancellationToken);
        var sha256 = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes));
        return (await api.AnnounceAsync(new UploadRequest("poison.jpg", "image/jpeg", 1024, sha256), cancellationToken)).Image.Id;
    }

    private static async Task NotifyAsync(EndpointReference lambda, string bucket, string id, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(lambda.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"2015-03-31/functions/{LocalAws.Processor}/invocations")
        {
            Headers = { { "X-Amz-Invocation-Type", "Event" } },
            Content = JsonContent.Create(new { Records = new[] { Record(bucket, id) } }),
        };
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static object Record(string bucket, string id) => new
    {
        eventVersion = "2.1",
        eventSource = "aws:s3",
        eventTime = DateTime.UtcNow,
        eventName = "ObjectCreated:Put",
        s3 = new { bucket = new { name = bucket }, @object = new { key = $"uploads/{id}", size = 1024 } },
    };
}
