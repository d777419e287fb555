namespace Iris.Tests.Infrastructure.Mutants;

internal static class UploadMutants
{
    public static Mutant[] All { get; } =
    [
        new("a notification is of an event that S3 has", "s3:ObjectCreated:*", "s3:ObjectMade:*"),
        new("a notification is for uploads/ alone, so that derivatives cannot set it off again", "Value: uploads/", "Value: ''"),
        new("a notification is for uploads/ alone, so that derivatives cannot set it off again", "Name: prefix", "Name: suffix"),
        new("a notification names the live function by ARN", "Function: !Ref ImageProcessorLive", "Function: !Ref ImageProcessor"),
        new("a notification names the live function by ARN", "Function: !Ref ImageProcessorLive", "Function: !GetAtt ImageProcessor.Arn"),
        new("pages may only PUT", "[PUT]", "[PUT, GET]"),
        new("pages of any other origin may nothing", "AllowedOrigins: !Ref SiteOrigins", "AllowedOrigins: ['*']"),
        new("pages may send the signed headers and no other", "[content-type, if-none-match, x-amz-checksum-sha256]", "['*']"),
        new("pages may read the ETag and the ids that S3 gives to a request", "ExposedHeaders: [ETag, ", "ExposedHeaders: ["),
    ];
}
