using System.Net;
using System.Text.Json;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;

namespace StandIns.Tests.Rekognition;

public sealed class AmazonRekognitionClientTests
{
    private const string Nothing = """{"Labels":[],"LabelModelVersion":"3.0"}""";

    private static DetectLabelsRequest Picture => new() { Image = new() { Bytes = new([1, 2, 3]) } };

    [Fact]
    public async Task A_call_is_a_signed_POST_to_the_endpoint_of_the_region()
    {
        var service = new ScriptedRekognition((HttpStatusCode.OK, Nothing));
        using var client = service.CreateClient();

        await client.DetectLabelsAsync(Picture, TestContext.Current.CancellationToken);

        var call = Assert.Single(service.Calls);
        Assert.Equal(HttpMethod.Post, call.Method);
        Assert.Equal("https://rekognition.eu-west-1.amazonaws.com/", call.Url.AbsoluteUri);
        Assert.Equal("RekognitionService.DetectLabels", call.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", call.Headers["Content-Type"]);
        Assert.Contains("/eu-west-1/rekognition/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_set_is_sent_under_the_names_of_the_model()
    {
        var service = new ScriptedRekognition((HttpStatusCode.OK, Nothing));
        using var client = service.CreateClient();

        await client.DetectLabelsAsync(
            new()
            {
                Image = new() { Bytes = new([1, 2, 3]) },
                MaxLabels = 20,
                MinConfidence = 70.5f,
                Features = [DetectLabelsFeatureName.GENERAL_LABELS, DetectLabelsFeatureName.IMAGE_PROPERTIES],
                Settings = new()
                {
                    GeneralLabels = new() { LabelExclusionFilters = ["Person"] },
                    ImageProperties = new() { MaxDominantColors = 3 },
                },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            Compact("""
                { "Image": { "Bytes": "AQID" }, "Features": ["GENERAL_LABELS", "IMAGE_PROPERTIES"], "MaxLabels": 20, "MinConfidence": 70.5,
                  "Settings": { "GeneralLabels": { "LabelExclusionFilters": ["Person"] }, "ImageProperties": { "MaxDominantColors": 3 } } }
                """),
            Assert.Single(service.Calls).Body);
    }

    [Fact]
    public async Task Bytes_are_sent_whole_whatever_the_position_of_the_stream_and_whatever_lies_around_it()
    {
        var service = new ScriptedRekognition((HttpStatusCode.OK, Nothing));
        using var client = service.CreateClient();
        var window = new MemoryStream([9, 1, 2, 3, 9], index: 1, count: 3, writable: false, publiclyVisible: true) { Position = 2 };

        await client.DetectLabelsAsync(new() { Image = new() { Bytes = window } }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], Assert.Single(service.Calls).Json.GetProperty("Image").GetProperty("Bytes").GetBytesFromBase64());
    }

    [Fact]
    public async Task An_answer_is_read_whole_and_what_is_not_known_is_passed_over()
    {
        var service = new ScriptedRekognition((HttpStatusCode.OK, """
            { "Labels": [ { "Name": "Dog", "Confidence": 99.5, "New": { "To": ["us"] },
                "Instances": [ { "BoundingBox": { "Width": 0.5, "Height": 0.25, "Left": 0.125, "Top": 0 }, "Confidence": 98 } ],
                "Parents": [ { "Name": "Animal" } ], "Aliases": [ { "Name": "Puppy" } ], "Categories": [ { "Name": "Animals and Pets" } ] } ],
              "ImageProperties": { "Quality": { "Brightness": 1, "Sharpness": 2, "Contrast": 3 }, "DominantColors": [ { "Red": 47, "CSSColor": "darkslategrey", "PixelPercent": 39.5 } ] },
              "LabelModelVersion": "3.0" }
            """));
        using var client = service.CreateClient();

        var response = await client.DetectLabelsAsync(Picture, TestContext.Current.CancellationToken);

        var label = Assert.Single(response.Labels!);
        var box = Assert.Single(label.Instances!).BoundingBox!;
        Assert.Equal(("Dog", 99.5f), (label.Name, label.Confidence));
        Assert.Equal((0.125f, 0f, 0.5f, 0.25f), (box.Left, box.Top, box.Width, box.Height));
        Assert.Equal(("Animal", "Puppy", "Animals and Pets"), (label.Parents![0].Name, label.Aliases![0].Name, label.Categories![0].Name));
        Assert.Equal(
            (2f, "darkslategrey"), (response.ImageProperties!.Quality!.Sharpness, response.ImageProperties.DominantColors![0].CSSColor));
        Assert.Equal(
            ("3.0", "request-1", HttpStatusCode.OK),
            (response.LabelModelVersion, response.ResponseMetadata.RequestId, response.HttpStatusCode));
    }

    [Theory]
    [InlineData("AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData("ImageTooLargeException", typeof(ImageTooLargeException))]
    [InlineData("InvalidImageFormatException", typeof(InvalidImageFormatException))]
    [InlineData("InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData("InvalidS3ObjectException", typeof(InvalidS3ObjectException))]
    [InlineData("SomethingNewException", typeof(AmazonRekognitionException))]
    public async Task An_error_becomes_the_exception_of_its_name_and_is_not_tried_again(string code, Type type)
    {
        var service = new ScriptedRekognition((HttpStatusCode.BadRequest, $$"""{"__type":"{{code}}","Code":"{{code}}","Message":"why"}"""));
        using var client = service.CreateClient();

        var error = (AmazonRekognitionException)await Assert.ThrowsAsync(
            type, () => client.DetectLabelsAsync(Picture, TestContext.Current.CancellationToken));

        Assert.Equal(
            (code, "why", "request-1", HttpStatusCode.BadRequest), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
        Assert.Single(service.Calls);
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("InternalServerError", HttpStatusCode.InternalServerError)]
    public async Task A_passing_error_is_tried_again(string code, HttpStatusCode status)
    {
        var service = new ScriptedRekognition((status, $$"""{"__type":"{{code}}"}"""), (HttpStatusCode.OK, Nothing));
        using var client = service.CreateClient();

        var response = await client.DetectLabelsAsync(Picture, TestContext.Current.CancellationToken);

        Assert.Equal("3.0", response.LabelModelVersion);
        Assert.Equal(2, service.Calls.Count);
        Assert.Equal(service.Calls[0].Body, service.Calls[1].Body);
    }

    [Theory]
    [InlineData("ProvisionedThroughputExceededException", typeof(ProvisionedThroughputExceededException))]
    [InlineData("ThrottlingException", typeof(ThrottlingException))]
    [InlineData("InternalServerError", typeof(InternalServerErrorException))]
    public async Task A_passing_error_that_does_not_pass_is_thrown_after_the_last_attempt(string code, Type type)
    {
        var answer = (HttpStatusCode.InternalServerError, $$"""{"__type":"{{code}}"}""");
        var service = new ScriptedRekognition(answer, answer);
        using var client = service.CreateClient(config => config.MaxErrorRetry = 1);

        await Assert.ThrowsAsync(type, () => client.DetectLabelsAsync(Picture, TestContext.Current.CancellationToken));

        Assert.Equal(2, service.Calls.Count);
    }

    [Fact]
    public async Task A_call_ends_when_its_caller_gives_up_between_two_attempts()
    {
        using var caller = new CancellationTokenSource();
        var service = new ScriptedRekognition((HttpStatusCode.BadRequest, """{"__type":"ThrottlingException"}"""), (HttpStatusCode.OK, Nothing))
        {
            Called = caller.Cancel,
        };
        using var client = service.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DetectLabelsAsync(Picture, caller.Token));

        Assert.Single(service.Calls);
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json));
}
