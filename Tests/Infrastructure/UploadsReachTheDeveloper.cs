using Iris.Tests.Infrastructure.Mutants;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure;

public sealed class UploadsReachTheDeveloper
{
    private const string Policy = "S3 may send to the queue, for this account's bucket, and nobody may do anything else";
    private const string Notification = "the bucket tells the queue, by its ARN, of what is created below uploads/ and of nothing else";

    private static readonly Mutant[] s_mutants =
    [
        new(Notification, "s3:ObjectCreated:*", "s3:ObjectMade:*"),
        new(Notification, "Value: uploads/", "Value: ''"),
        new(Notification, "Queue: !GetAtt UploadEvents.Arn", "Queue: !Ref UploadEvents"),
        new("the bucket comes after the policy that lets it send", "DependsOn: UploadEventsPolicy", "DependsOn: UploadEvents"),
        new("a queue has a policy", "Queues: [!Ref UploadEvents]", "Queues: [!GetAtt UploadEvents.Arn]"),
        new("a queue is encrypted", "SqsManagedSseEnabled: true", "SqsManagedSseEnabled: false"),
        new("what nobody takes is forgotten within a day", "MessageRetentionPeriod: 86400", "MessageRetentionPeriod: 1209600"),
        new(Policy, "Principal: { Service: s3.amazonaws.com }", "Principal: '*'"),
        new(Policy, "Action: sqs:SendMessage", "Action: sqs:*"),
        new(Policy, "StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }", "StringLike: { aws:SourceAccount: '*' }"),
        new(Policy, "aws:SourceArn: !Sub ['arn:${AWS::Partition}:s3:::iris-dev-images-${Id}'", "aws:SourceArn: !Sub ['arn:${AWS::Partition}:s3:::iris-images-${Id}'"),
        new("a queue is reached over TLS alone", "Action: sqs:*", "Action: sqs:SendMessage"),
    ];

    public static TheoryData<string> Rules => [.. UploadEventRules.All.Select(rule => rule.Name)];

    public static TheoryData<string, string, string> Mutants => [.. s_mutants.Select(mutant => (mutant.Rule, mutant.Original, mutant.Change))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_holds_and_speaks_of_a_resource_that_exists(string name)
    {
        Assert.Contains(DevTemplate.Good, resource => resource.Type == Named(name).Type);
        Assert.Empty(Named(name).Broken(DevTemplate.Good));
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_change_for_the_worse_breaks_the_rule(string rule, string original, string change) =>
        Assert.NotEmpty(Named(rule).Broken(DevTemplate.Resources(new Mutant(rule, original, change).Apply(DevTemplate.Text))));

    [Fact]
    public void Every_rule_has_a_mutant_that_breaks_it() =>
        Assert.Empty(UploadEventRules.All.Select(rule => rule.Name).Except(s_mutants.Select(mutant => mutant.Rule)));

    private static Rule Named(string name) => UploadEventRules.All.Single(rule => rule.Name == name);
}
