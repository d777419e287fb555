using LocalAws.Rekognition;
using LocalAws.Rekognition.Labels;

namespace LocalAws.Tests.Rekognition;

public sealed class TaxonomyTests
{
    [Fact]
    public void Every_class_of_COCO_has_a_label() => Assert.Equal(80, Enumerable.Range(0, 100).Count(Taxonomy.Coco.Knows));

    [Fact]
    public void Every_ancestor_is_a_concept_whose_ancestors_are_ancestors_too() =>
        Assert.All(Taxonomy.Coco.Concepts, concept => Assert.All(concept.Parents, parent =>
            Assert.Subset(concept.Parents.ToHashSet(), Taxonomy.Coco[parent].Parents.ToHashSet())));

    [Fact]
    public void Every_concept_has_a_category_and_ancestors_from_A_to_Z() =>
        Assert.All(Taxonomy.Coco.Concepts, concept =>
        {
            Assert.NotEmpty(concept.Category);
            Assert.Equal(concept.Parents.Order(StringComparer.Ordinal), concept.Parents);
        });

    // As in the DetectLabels example of AWS's developer guide.
    [Fact]
    public void Ancestors_are_gathered_over_all_ways_up() =>
        Assert.Equal(["Animal", "Canine", "Mammal", "Pet"], Taxonomy.Coco["Dog"].Parents);

    [Fact]
    public void An_alias_is_no_concept() =>
        Assert.Empty(Taxonomy.Coco.Concepts.SelectMany(concept => concept.Aliases).Intersect(Taxonomy.Coco.Concepts.Select(concept => concept.Name)));

    [Theory]
    [InlineData("\tA\tB\t\tC", "B, an ancestor of A, has no row")]
    [InlineData("\tA\tB\t\tC\n\tB\tA\t\tC", "A is an ancestor of itself")]
    public void A_table_that_does_not_close_is_refused(string table, string why)
    {
        var rows = TabSeparated.Rows(new StringReader(table));

        Assert.Equal(why, Assert.Throws<InvalidDataException>(() => new Taxonomy(rows)).Message);
    }
}
