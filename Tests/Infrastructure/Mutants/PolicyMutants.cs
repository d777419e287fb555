namespace Iris.Tests.Infrastructure.Mutants;

internal static class PolicyMutants
{
    public static Mutant[] All { get; } =
    [
        new("a bucket is reached over TLS alone", "aws:SecureTransport: 'false'", "aws:SecureTransport: 'true'"),
        new("a bucket is reached over TLS alone", "              - !Sub ${ImageBucket.Arn}/*\n", ""),
        new("a bucket policy allows nothing to everyone", "Effect: Deny", "Effect: Allow"),
        new("a bucket policy allows no action by wildcard", "Effect: Deny", "Effect: Allow"),
        new("the distribution reads, and no other one", "distribution/${Distribution}", "distribution/*"),
        new(
            "the distribution reads, and no other one",
            "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*",
            "Action: s3:PutObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*"),
        new("the distribution reads, and no other one", "Principal: { Service: cloudfront.amazonaws.com }", "Principal: { Service: cloudfront.amazon.com }"),
        new(
            "of the image bucket the distribution reads images/ alone",
            "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/images/*",
            "Action: s3:GetObject\n            Resource: !Sub ${ImageBucket.Arn}/*"),
        new("a bucket has a policy", "Bucket: !Ref SiteBucket", "Bucket: !Ref ImageBucket"),
    ];
}
