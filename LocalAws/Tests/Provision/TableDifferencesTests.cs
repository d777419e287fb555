using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using LocalAws.Provision;

namespace LocalAws.Tests.Provision;

public sealed class TableDifferencesTests
{
    private static readonly TableDefinition s_wanted = new(
        [new("pk", "S"), new("sk", "S"), new("feed", "S")],
        [new("pk", "HASH"), new("sk", "RANGE")],
        [new("feed", [new("feed", "HASH")], new("ALL"))]);

    [Fact]
    public void A_table_of_the_same_shape_differs_in_nothing() => Assert.Empty(TableDifferences.Between(Existing(), s_wanted));

    [Fact]
    public void The_order_of_attributes_does_not_matter()
    {
        var existing = Existing();
        existing.AttributeDefinitions.Reverse();

        Assert.Empty(TableDifferences.Between(existing, s_wanted));
    }

    [Fact]
    public void Another_key_is_a_difference()
    {
        var existing = Existing();
        existing.KeySchema.RemoveAt(1);

        Assert.Equal(["key is pk HASH, the template says pk HASH, sk RANGE"], TableDifferences.Between(existing, s_wanted));
    }

    [Fact]
    public void Another_type_of_an_attribute_is_a_difference()
    {
        var existing = Existing();
        existing.AttributeDefinitions[0].AttributeType = ScalarAttributeType.N;

        Assert.Equal(["attribute pk is N, the template says S"], TableDifferences.Between(existing, s_wanted));
    }

    [Fact]
    public void A_missing_index_another_projection_and_an_index_too_many_are_differences()
    {
        var missing = Existing();
        missing.GlobalSecondaryIndexes = null;
        Assert.Equal(["index feed is absent, the template says (feed HASH) with ALL"], TableDifferences.Between(missing, s_wanted));

        var narrower = Existing();
        narrower.GlobalSecondaryIndexes[0].Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ["b", "a"] };
        Assert.Equal(
            ["index feed is (feed HASH) with INCLUDE a b, the template says (feed HASH) with ALL"],
            TableDifferences.Between(narrower, s_wanted));

        Assert.Equal(
            ["index feed is (feed HASH) with ALL, the template says absent"],
            TableDifferences.Between(Existing(), s_wanted with { GlobalSecondaryIndexes = null }));
    }

    private static TableDescription Existing() => new()
    {
        AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S), new("feed", ScalarAttributeType.S)],
        KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = "feed",
                KeySchema = [new("feed", KeyType.HASH)],
                Projection = new() { ProjectionType = ProjectionType.ALL },
            },
        ],
    };
}
