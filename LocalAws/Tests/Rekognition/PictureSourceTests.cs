using System.Net;
using Amazon.Rekognition.Model;
using Amazon.S3;
using Iris.Tests.Support;
using Iris.Tests.Support.S3;

namespace LocalAws.Tests.Rekognition;

public sealed class PictureSourceTests : IAsyncLifetime
{
    private const string Bucket = "pictures";

    private LocalS3 _s3 = null!;
    private AmazonS3Client _objects = null!;
    private LocalRekognition _rekognition = null!;

    public async ValueTask InitializeAsync()
    {
        _s3 = await LocalS3.StartAsync();
        _objects = _s3.CreateClient();
        await _objects.PutBucketAsync(Bucket);
        _rekognition = await LocalRekognition.StartAsync($"--AWS_ENDPOINT_URL_S3={_s3.Endpoint}", "--Logging:LogLevel:Default=None");
    }

    public async ValueTask DisposeAsync()
    {
        await _rekognition.DisposeAsync();
        _objects.Dispose();
        await _s3.DisposeAsync();
    }

    [Theory]
    [InlineData("cat.jpg")]
    [InlineData("uploads/a cat + ünïcode %2F.jpg")]
    public async Task The_labels_of_an_object_are_those_of_its_bytes(string key)
    {
        await PutAsync(key, Photographs.Cat.Bytes);

        var response = await DetectAsync(Bucket, key);

        Assert.Contains(response.Labels!, label => label.Name == Photographs.Cat.Label);
    }

    [Fact]
    public async Task An_object_may_be_larger_than_bytes_in_a_request_but_not_than_15_megabytes()
    {
        await PutAsync("six.jpg", PaddedTo(6_000_000));
        await PutAsync("fifteen.jpg", PaddedTo(15_728_641));

        var response = await DetectAsync(Bucket, "six.jpg");

        Assert.Contains(response.Labels!, label => label.Name == Photographs.Cat.Label);
        await Assert.ThrowsAsync<ImageTooLargeException>(() => DetectAsync(Bucket, "fifteen.jpg"));
    }

    [Theory]
    [InlineData(Bucket, "nothing.jpg")]
    [InlineData("no-such-bucket", "cat.jpg")]
    public async Task An_object_that_is_not_there_is_invalid(string bucket, string key)
    {
        var error = await Assert.ThrowsAsync<InvalidS3ObjectException>(() => DetectAsync(bucket, key));

        Assert.StartsWith("Unable to get object metadata from S3.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_is_no_picture_has_an_invalid_format()
    {
        await PutAsync("notes.txt", "hello, world"u8.ToArray());

        await Assert.ThrowsAsync<InvalidImageFormatException>(() => DetectAsync(Bucket, "notes.txt"));
    }

    [Fact]
    public async Task S3_out_of_reach_is_a_fault_of_the_service()
    {
        await _s3.StopAsync();

        var error = await Assert.ThrowsAsync<InternalServerErrorException>(() => DetectAsync(Bucket, "cat.jpg"));

        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
    }

    private static byte[] PaddedTo(int length)
    {
        // What follows the end of a JPEG is no part of it.
        var bytes = new byte[length];
        Photographs.Cat.Bytes.CopyTo(bytes, 0);
        return bytes;
    }

    private Task PutAsync(string key, byte[] bytes) => _objects.PutObjectAsync(
        new() { BucketName = Bucket, Key = key, InputStream = new MemoryStream(bytes) }, TestContext.Current.CancellationToken);

    private async Task<DetectLabelsResponse> DetectAsync(string bucket, string key)
    {
        using var client = _rekognition.CreateClient();
        return await client.DetectLabelsAsync(
            new() { Image = new() { S3Object = new() { Bucket = bucket, Name = key } } }, TestContext.Current.CancellationToken);
    }
}
