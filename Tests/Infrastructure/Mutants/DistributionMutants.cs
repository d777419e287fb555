namespace Iris.Tests.Infrastructure.Mutants;

internal static class DistributionMutants
{
    public static Mutant[] All { get; } =
    [
        new(
            "a behaviour has a cache policy and nothing that contradicts it",
            "            Compress: true\n",
            "            Compress: true\n            MinTTL: 60\n"),
        new(
            "a behaviour has a cache policy and nothing that contradicts it",
            "            Compress: true\n",
            "            Compress: true\n            ForwardedValues: { QueryString: true }\n"),
        new("every answer bears the security headers", "            ResponseHeadersPolicyId: !Ref SecurityHeaders\n", ""),
        new("nobody is served over plain http", "ViewerProtocolPolicy: https-only", "ViewerProtocolPolicy: allow-all"),
        new("text is compressed", "Compress: true", "Compress: false"),
        new("a behaviour leads to an origin that exists", "TargetOriginId: images", "TargetOriginId: pictures"),
        new(
            "nothing of the API is cached, and it hears all that was said but the host",
            "CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6"),
        new(
            "nothing of the API is cached, and it hears all that was said but the host",
            "            OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac # Managed-AllViewerExceptHostHeader\n",
            ""),
        new("of the image bucket images/ alone is served, for reading", "PathPattern: /images/*", "PathPattern: '*'"),
        new("of the image bucket images/ alone is served, for reading", "TargetOriginId: site", "TargetOriginId: images"),
        new(
            "a derivative is kept for as long as its object says, under one key",
            "            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6",
            "            CachePolicyId: 83da9c7e-98b4-4e11-a168-04f0df8e2c65"),
        new("addresses are rewritten before the cache is asked", "EventType: viewer-request,", "EventType: viewer-requests,"),
        new("addresses are rewritten before the cache is asked", "FunctionARN: !GetAtt SiteRewrite.FunctionARN", "FunctionARN: !Ref SiteRewrite"),
        new("a bucket is read with a signature, never by an origin access identity", "            OriginAccessControlId: !Ref BucketAccess\n", ""),
        new(
            "a bucket is read with a signature, never by an origin access identity",
            "OriginAccessIdentity: ''",
            "OriginAccessIdentity: origin-access-identity/cloudfront/E1"),
        new("an origin access control signs every request", "SigningBehavior: always", "SigningBehavior: no-override"),
        new("the API is told the secret over TLS", "OriginProtocolPolicy: https-only", "OriginProtocolPolicy: match-viewer"),
        new("the API is told the secret over TLS", "HeaderName: x-origin-verify", "HeaderName: x-origin-verified"),
        new("the API is told the secret over TLS", "Origin__Secret:", "OriginSecret:"),
        new("the API may take longer than its longest wait", "OriginReadTimeout: 30", "OriginReadTimeout: 10"),
        new("under a name of its own TLS 1.2 is the least", "TLSv1.2_2021", "TLSv1.1_2016"),
        new("HTTP/2 and HTTP/3 are spoken", "HttpVersion: http2and3", "HttpVersion: http1.1"),
        new("what a bucket does not have is not found", "ErrorCode: 403, ResponseCode: 404", "ErrorCode: 403, ResponseCode: 200"),
        new("a firewall that is asked for stands before the distribution", "        WebACLId: !If [HasWaf, !GetAtt WebAcl.Arn, !Ref AWS::NoValue]\n", ""),
        new("a firewall says 429, which no error page replaces", "Action: { Block: { CustomResponse: { ResponseCode: 429 } } }", "Action: { Block: {} }"),
        new("a firewall says 429, which no error page replaces", "Scope: CLOUDFRONT", "Scope: REGIONAL"),
    ];
}
