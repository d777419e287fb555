using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure;

public sealed class TemplateKeepsItsPromises
{
    private static readonly Rule[] s_rules = [.. DataRules.All, .. UploadRules.All, .. PolicyRules.All, .. SecurityHeaderRules.All];

    public static TheoryData<string> Rules => [.. s_rules.Select(rule => rule.Name)];

    /// <summary>One line of the template changed for the worse, by the rule that has to notice it.</summary>
    public static TheoryData<string, string, string> Mutants => new()
    {
        { "a bucket blocks public access by all four flags", "BlockPublicPolicy: true", "BlockPublicPolicy: false" },
        { "a bucket blocks public access by all four flags", "RestrictPublicBuckets: true", "" },
        { "a bucket's owner owns every object", "BucketOwnerEnforced", "ObjectWriter" },
        { "a bucket is encrypted", "BucketEncryption:", "Tags:" },
        { "a bucket drops incomplete uploads within a week", "Status: Enabled", "Status: Disabled" },
        { "a bucket drops incomplete uploads within a week", "DaysAfterInitiation: 1", "DaysAfterInitiation: 100" },
        { "a bucket outlives its stack", "Type: AWS::S3::Bucket\n    DeletionPolicy: Retain", "Type: AWS::S3::Bucket\n    DeletionPolicy: Delete" },
        { "a table outlives its stack", "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain", "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Delete" },
        { "a table is paid by request", "PAY_PER_REQUEST", "PAY_PER_USE" },
        { "a table can be restored to any point in time", "PointInTimeRecoveryEnabled: true", "PointInTimeRecoveryEnabled: false" },
        { "a table is protected from deletion unless a stack says otherwise", "Default: 'true'", "Default: 'false'" },
        { "rows expire by expiresAt", "AttributeName: expiresAt", "AttributeName: expires" },
        { "a notification is of an event that S3 has", "s3:ObjectCreated:*", "s3:ObjectMade:*" },
        { "a notification is for uploads/ alone, so that derivatives cannot set it off again", "Value: uploads/", "Value: ''" },
        { "a notification is for uploads/ alone, so that derivatives cannot set it off again", "Name: prefix", "Name: suffix" },
        { "a notification names its function by ARN", "!Ref ImageProcessorArn", "ImageProcessor" },
        { "pages may only PUT", "[PUT]", "[PUT, GET]" },
        { "pages of any other origin may nothing", "AllowedOrigins: !Ref SiteOrigins", "AllowedOrigins: ['*']" },
        { "pages may send the signed headers and no other", "[content-type, if-none-match, x-amz-checksum-sha256]", "['*']" },
        { "pages may read the ETag and the ids that S3 gives to a request", "ExposedHeaders: [ETag, ", "ExposedHeaders: [" },
        { "a bucket is reached over TLS alone", "aws:SecureTransport: 'false'", "aws:SecureTransport: 'true'" },
        { "a bucket is reached over TLS alone", "              - !Sub ${ImageBucket.Arn}/*\n", "" },
        { "a bucket policy allows nothing to everyone", "Effect: Deny", "Effect: Allow" },
        { "a bucket policy allows no action by wildcard", "Effect: Deny", "Effect: Allow" },
        { "scripts come from the site's own files alone", "script-src 'self'", "script-src 'self' 'unsafe-inline'" },
        { "styles come from the site's own files alone", "style-src 'self'", "style-src *" },
        { "whatever is not allowed is forbidden", "default-src 'none'", "default-src 'self'" },
        { "no site frames this one", "frame-ancestors 'none'", "frame-ancestors 'self'" },
        { "no site frames this one", "FrameOption: DENY", "FrameOption: SAMEORIGIN" },
        { "pages connect to the site and to the bucket of the stack", "https://${ImageBucket.RegionalDomainName}", "https:" },
        { "types are not guessed", "ContentTypeOptions: { Override: true }", "ContentTypeOptions: { Override: false }" },
        { "https is remembered for two years", "AccessControlMaxAgeSec: 63072000", "AccessControlMaxAgeSec: 300" },
        { "windows of other origins are cut off", "Value: same-origin, Override: true }\n            - { Header: Cross-Origin-Resource", "Value: unsafe-none, Override: true }\n            - { Header: Cross-Origin-Resource" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_resource_breaks_the_rule(string rule) =>
        Assert.Empty(Named(rule).Broken(AppTemplate.Resources(AppTemplate.Text)));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rule_speaks_of_a_resource_that_exists(string rule) =>
        Assert.Contains(AppTemplate.Resources(AppTemplate.Text), resource => resource.Type == Named(rule).Type);

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_change_for_the_worse_breaks_the_rule(string rule, string original, string mutant)
    {
        Assert.Equal(2, AppTemplate.Text.Split(original).Length);

        var resources = AppTemplate.Resources(AppTemplate.Text.Replace(original, mutant, StringComparison.Ordinal));

        Assert.NotEmpty(Named(rule).Broken(resources));
    }

    [Fact]
    public void Every_rule_has_a_mutant_that_breaks_it() =>
        Assert.Empty(Rules.Select(row => row.Data).Except(Mutants.Select(row => row.Data.Item1)));

    private static Rule Named(string name) => s_rules.Single(rule => rule.Name == name);
}
