using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

public sealed class CloudFrontTests : RuleTests<CloudFrontTests>, ITopic
{
    private const string Distribution = "AWS::CloudFront::Distribution";
    private const string Config = "Properties.DistributionConfig";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

    // What belongs to the times before cache policies, and may not stand beside one.
    private static readonly string[] s_legacy = ["ForwardedValues", "MinTTL", "MaxTTL", "DefaultTTL"];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a behaviour has a cache policy and nothing that contradicts it", Distribution, distribution => Behaviours(distribution).All(behaviour =>
            behaviour["CachePolicyId"] is not null && s_legacy.All(key => behaviour[key] is null)))
        {
            Mutants =
            [
                new("            Compress: true\n", "            Compress: true\n            MinTTL: 60\n"),
                new("            Compress: true\n", "            Compress: true\n            ForwardedValues: { QueryString: true }\n"),
            ],
        },
        new("every answer bears the security headers", Distribution, distribution => Behaviours(distribution).All(behaviour =>
            behaviour.Text("ResponseHeadersPolicyId") == "iris-securityheaders"))
        { Mutants = [new("            ResponseHeadersPolicyId: !Ref SecurityHeaders\n", "")] },
        new("nobody is served over plain http", Distribution, distribution => Behaviours(distribution).All(behaviour =>
            behaviour.Text("ViewerProtocolPolicy") is "https-only" or "redirect-to-https"))
        { Mutants = [new("ViewerProtocolPolicy: https-only", "ViewerProtocolPolicy: allow-all")] },
        new(
            "text is compressed",
            Distribution,
            distribution => Behaviours(distribution).All(behaviour => behaviour.Text("Compress") == "true"))
        { Mutants = [new("Compress: true", "Compress: false")] },
        new("a behaviour leads to an origin that exists", Distribution, distribution =>
            Behaviours(distribution).Select(behaviour => behaviour.Text("TargetOriginId")).ToHashSet().SetEquals(Origins(distribution).Select(origin => origin.Text("Id"))))
        { Mutants = [new("TargetOriginId: images", "TargetOriginId: pictures")] },
        new("nothing of the API is cached, and it hears all that was said but the host", Distribution, distribution =>
            Behaviour(distribution, "/api/*") is { } api
            && api.Text("TargetOriginId") == "api"
            && api.Text("CachePolicyId") == CachingDisabled
            && api.Text("OriginRequestPolicyId") == "iris-whattheapihears"
            && api.Each("AllowedMethods").Count() == 7)
        {
            Mutants =
            [
                new("CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6"),
                new("            OriginRequestPolicyId: !Ref WhatTheApiHears\n", ""),
            ],
        },
        new("the API hears all but the host and what a visitor says of traces", "AWS::CloudFront::OriginRequestPolicy", policy =>
            policy.Text("Properties.OriginRequestPolicyConfig.HeadersConfig.HeaderBehavior") == "allExcept"
            && policy.Each("Properties.OriginRequestPolicyConfig.HeadersConfig.Headers").Select(header => header.ToString())
                .Order(StringComparer.Ordinal).SequenceEqual(["baggage", "host", "traceparent", "tracestate", "x-amzn-trace-id"])
            && policy.Text("Properties.OriginRequestPolicyConfig.CookiesConfig.CookieBehavior") == "all"
            && policy.Text("Properties.OriginRequestPolicyConfig.QueryStringsConfig.QueryStringBehavior") == "all")
        {
            Mutants =
            [
                new("Headers: [host, traceparent,", "Headers: [host,"),
                new("HeaderBehavior: allExcept,", "HeaderBehavior: whitelist,"),
                new("CookieBehavior: all }", "CookieBehavior: none }"),
            ],
        },
        new("of the image bucket images/ alone is served, for reading", Distribution, distribution =>
            Behaviours(distribution).Where(behaviour => behaviour.Text("TargetOriginId") == "images").ToArray() is [var images]
            && images.Text("PathPattern") == "/images/*"
            && images.Each("AllowedMethods").Select(method => method.ToString()).ToArray() is ["GET", "HEAD"])
        {
            Mutants =
            [
                new("PathPattern: /images/*", "PathPattern: '*'"),
                new("TargetOriginId: site", "TargetOriginId: images"),
            ],
        },
        // The least age of CachingOptimized is one second: the processor's cache-control decides, and no made-up query makes a copy of its
        // own.
        new("a derivative is kept for as long as its object says, under one key", Distribution, distribution =>
            Behaviour(distribution, "/images/*")?.Text("CachePolicyId") == CachingOptimized)
        {
            Mutants =
            [
                new(
                    "            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6",
                    "            CachePolicyId: 83da9c7e-98b4-4e11-a168-04f0df8e2c65"),
            ],
        },
        new("addresses are rewritten before the cache is asked", Distribution, distribution =>
            distribution.Each($"{Config}.DefaultCacheBehavior.FunctionAssociations").ToArray() is [var association]
            && association.Text("EventType") == "viewer-request"
            && association.Text("FunctionARN")?.StartsWith("arn:aws:cloudfront:", StringComparison.Ordinal) == true)
        {
            Mutants =
            [
                new("EventType: viewer-request,", "EventType: viewer-requests,"),
                new("FunctionARN: !GetAtt SiteRewrite.FunctionARN", "FunctionARN: !Ref SiteRewrite"),
            ],
        },
        new("a bucket is read with a signature, never by an origin access identity", Distribution, distribution => Buckets(distribution).All(origin =>
            origin.Text("OriginAccessControlId") == "iris-bucketaccess" && origin.Text("S3OriginConfig.OriginAccessIdentity") == ""))
        {
            Mutants =
            [
                new("            OriginAccessControlId: !Ref BucketAccess\n", ""),
                new("OriginAccessIdentity: ''", "OriginAccessIdentity: origin-access-identity/cloudfront/E1"),
            ],
        },
        new("an origin access control signs every request", "AWS::CloudFront::OriginAccessControl", control =>
            control.Text("Properties.OriginAccessControlConfig.SigningBehavior") == "always"
            && control.Text("Properties.OriginAccessControlConfig.OriginAccessControlOriginType") == "s3")
        { Mutants = [new("SigningBehavior: always", "SigningBehavior: no-override")] },
        new("the API is told the secret over TLS", Distribution, (distribution, stack) =>
            Origins(distribution).Single(origin => origin.Text("Id") == "api") is var api
            && api.Text("CustomOriginConfig.OriginProtocolPolicy") == "https-only"
            && api.Text("OriginCustomHeaders.0.HeaderName") == ImageApi.Hosting.OriginSecret.Header
            && api.Text("OriginCustomHeaders.0.HeaderValue") is { } secret
            && secret.StartsWith("{{resolve:secretsmanager:arn:", StringComparison.Ordinal)
            && secret == stack.Single(resource => resource.LogicalId == "ImageApi").Text($"Properties.Environment.Variables.{ImageApi.Hosting.OriginSecret.Setting.Replace(":", "__", StringComparison.Ordinal)}"))
        {
            Mutants =
            [
                new("OriginProtocolPolicy: https-only", "OriginProtocolPolicy: match-viewer"),
                new("HeaderName: x-origin-verify", "HeaderName: x-origin-verified"),
                new("Origin__Secret:", "OriginSecret:"),
            ],
        },
        new("the distribution waits for as long as API Gateway does for the function", Distribution, (distribution, stack) =>
            Origins(distribution).Where(origin => origin.Text("Id") == "api").All(api =>
                1000 * (long?)api.At("CustomOriginConfig.OriginReadTimeout") > (long?)stack.Single(resource => resource.LogicalId == "HttpApiIntegration")["Properties.TimeoutInMillis"]))
        { Mutants = [new("OriginReadTimeout: 25", "OriginReadTimeout: 20")] },
        new("what is not there yet is asked for again by everybody", Distribution, distribution =>
            ((int[])[403, 404]).All(code => distribution.Each($"{Config}.CustomErrorResponses").Any(error =>
                (long?)error.At("ErrorCode") == code && (long?)error.At("ErrorCachingMinTTL") == 0)))
        {
            Mutants =
            [
                new("ResponsePagePath: /404.html, ErrorCachingMinTTL: 0", "ResponsePagePath: /404.html, ErrorCachingMinTTL: 5"),
                new("          - { ErrorCode: 404, ErrorCachingMinTTL: 0 }\n", ""),
            ],
        },
        new("under a name of its own TLS 1.2 is the least", Distribution, distribution =>
            distribution.Text($"{Config}.ViewerCertificate.MinimumProtocolVersion") == "TLSv1.2_2021"
            && distribution.Text($"{Config}.Aliases.0") == "iris.example")
        { Mutants = [new("TLSv1.2_2021", "TLSv1.1_2016")] },
        new("HTTP/2 and HTTP/3 are spoken", Distribution, distribution => distribution.Text($"{Config}.HttpVersion") == "http2and3")
        { Mutants = [new("HttpVersion: http2and3", "HttpVersion: http1.1")] },
        new("what a bucket does not have is not found", Distribution, distribution =>
            distribution.Each($"{Config}.CustomErrorResponses").Where(error => error.At("ResponsePagePath") is not null).ToArray() is [var error]
            && (error.Text("ErrorCode"), error.Text("ResponseCode"), error.Text("ResponsePagePath")) == ("403", "404", "/404.html"))
        { Mutants = [new("ErrorCode: 403, ResponseCode: 404", "ErrorCode: 403, ResponseCode: 200")] },
    ];

    private static IEnumerable<JsonNode> Behaviours(Resource distribution) =>
        distribution.Each($"{Config}.CacheBehaviors").Append(distribution[$"{Config}.DefaultCacheBehavior"]!);

    private static JsonNode? Behaviour(Resource distribution, string pattern) =>
        Behaviours(distribution).SingleOrDefault(behaviour => behaviour.Text("PathPattern") == pattern);

    private static IEnumerable<JsonNode> Origins(Resource distribution) => distribution.Each($"{Config}.Origins");

    private static IEnumerable<JsonNode> Buckets(Resource distribution) =>
        Origins(distribution).Where(origin => origin["CustomOriginConfig"] is null);
}
