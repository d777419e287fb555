using Amazon.DynamoDBv2.Model;

namespace Iris.Catalog.Table;

/// <summary>An image's item in the table, both ways.</summary>
internal static class ImageItem
{
    public const string Status = "status";
    public const string Owner = "owner";
    public const string TraceParent = "traceParent";
    public const string Attempt = "attempt";
    public const string ProcessedAt = "processedAt";
    public const string ReasonCode = "reasonCode";
    public const string ReasonMessage = "reasonMessage";
    public const string LeaseOwner = "leaseOwner";
    public const string LeaseUntil = "leaseUntil";
    public const string ExpiresAt = "expiresAt";
    public const string Owed = "owed";
    public const string Deleting = "deleting";
    public const string LastWrite = "lastWrite";

    /// <summary>The attributes that hold what processing found out.</summary>
    public static IReadOnlyList<string> FindingsAttributes { get; } =
        ["width", "height", "placeholder", "color", "derivatives", "labels", "queuedMs", "processingMs", "labelsMs"];

    public static Item Write(StoredImage stored)
    {
        var image = stored.Image;
        var item = Key.Image(image.Id).ToItem();
        item[Status] = Value.Name(image.Status);
        item["id"] = Value.Text(image.Id.ToString());
        item["fileName"] = Value.Text(image.FileName);
        item["contentType"] = Value.Text(image.ContentType);
        item["size"] = Value.Number(image.Size);
        item["sha256"] = Value.Text(image.Sha256);
        item["createdAt"] = Value.Time(image.CreatedAt);
        item[Attempt] = Value.Number(image.Attempt);

        Add(item, Owner, image.Owner?.ToString());
        Add(item, TraceParent, image.TraceParent);
        Add(item, ProcessedAt, image.ProcessedAt is { } at ? Timestamp.Write(at) : null);
        Add(item, LeaseOwner, stored.Lease?.Owner);
        Add(item, LeaseUntil, stored.Lease is { } lease ? Timestamp.Write(lease.Until) : null);
        Add(item, Owed, stored.Owed?.ToString());

        if (stored.ExpiresAt is { } expiresAt)
        {
            // The one attribute whose form DynamoDB's TTL prescribes.
            item[ExpiresAt] = Value.Number(expiresAt.ToUnixTimeSeconds());
        }

        foreach (var (name, value) in (image.Reason is { } reason ? Write(reason) : []).Concat(image.Findings is { } findings ? Write(findings) : []))
        {
            item[name] = value;
        }

        return item;
    }

    public static Item Write(OriginalFile file)
    {
        Item item = new() { ["contentType"] = Value.Text(file.ContentType), ["size"] = Value.Number(file.Size) };
        Add(item, "sha256", file.Sha256);
        return item;
    }

    public static Item Write(Rejection reason) => new()
    {
        [ReasonCode] = Value.Name(reason.Code),
        [ReasonMessage] = Value.Text(reason.Message),
    };

    public static Item Write(Findings findings) => new()
    {
        ["width"] = Value.Number(findings.Width),
        ["height"] = Value.Number(findings.Height),
        ["placeholder"] = Value.Text(findings.Placeholder),
        ["color"] = Value.Text(findings.Color),
        ["derivatives"] = Value.List(findings.Derivatives, Write),
        ["labels"] = Value.List(findings.Labels, Write),
        ["queuedMs"] = Value.Number(findings.Timings.QueuedMs),
        ["processingMs"] = Value.Number(findings.Timings.ProcessingMs),
        ["labelsMs"] = Value.Number(findings.Timings.LabelsMs),
    };

    public static StoredImage Read(Item item) => new(ReadImage(item))
    {
        Lease = item.TextOrNull(LeaseOwner) is { } owner ? new Lease(owner, item.Time(LeaseUntil)) : null,
        ExpiresAt = item.ContainsKey(ExpiresAt) ? DateTimeOffset.FromUnixTimeSeconds(item.Integer(ExpiresAt)) : null,
        Owed = item.TextOrNull(Owed) is { } owed ? Table.Owed.Parse(owed) : null,
        IsDeleting = item.ContainsKey(Deleting),
    };

    private static Image ReadImage(Item item) => new()
    {
        Id = ImageId.Parse(item.Text("id")),
        Status = item.Name<ImageStatus>(Status),
        FileName = item.Text("fileName"),
        ContentType = item.Text("contentType"),
        Size = item.Integer("size"),
        Sha256 = item.Text("sha256"),
        CreatedAt = item.Time("createdAt"),
        Owner = item.TextOrNull(Owner) is { } owner ? Catalog.Owner.Read(owner) : null,
        TraceParent = item.TextOrNull(TraceParent),
        Attempt = (int)item.Integer(Attempt),
        ProcessedAt = item.TimeOrNull(ProcessedAt),
        Reason = item.ContainsKey(ReasonCode) ? new Rejection(item.Name<RejectionCode>(ReasonCode), item.Text(ReasonMessage)) : null,
        Findings = item.ContainsKey("placeholder") ? ReadFindings(item) : null,
    };

    private static Findings ReadFindings(Item item) => new()
    {
        Width = (int)item.Integer("width"),
        Height = (int)item.Integer("height"),
        Placeholder = item.Text("placeholder"),
        Color = item.Text("color"),
        Derivatives = item.List("derivatives", static value => ReadDerivative(value.M)),
        Labels = item.List("labels", static value => ReadLabel(value.M)),
        Timings = new Timings(item.Integer("queuedMs"), item.Integer("processingMs"), item.Integer("labelsMs")),
    };

    private static AttributeValue Write(Derivative derivative) => Value.Map(new()
    {
        ["edge"] = Value.Number(derivative.Edge),
        ["width"] = Value.Number(derivative.Width),
        ["height"] = Value.Number(derivative.Height),
        ["size"] = Value.Number(derivative.Size),
    });

    private static Derivative ReadDerivative(Item item) =>
        new((int)item.Integer("edge"), (int)item.Integer("width"), (int)item.Integer("height"), item.Integer("size"));

    private static AttributeValue Write(Label label) => Value.Map(new()
    {
        ["name"] = Value.Text(label.Name),
        ["confidence"] = Value.Number(label.Confidence),
        ["parents"] = Value.List(label.Parents, Value.Text),
        ["categories"] = Value.List(label.Categories, Value.Text),
        ["instances"] = Value.List(label.Instances, Write),
    });

    private static Label ReadLabel(Item item) => new(
        item.Text("name"),
        item.Real("confidence"),
        item.List("parents", static value => value.S),
        item.List("categories", static value => value.S),
        item.List("instances", static value => ReadInstance(value.M)));

    private static AttributeValue Write(LabelInstance instance) => Value.Map(new()
    {
        ["left"] = Value.Number(instance.Box.Left),
        ["top"] = Value.Number(instance.Box.Top),
        ["width"] = Value.Number(instance.Box.Width),
        ["height"] = Value.Number(instance.Box.Height),
        ["confidence"] = Value.Number(instance.Confidence),
    });

    private static LabelInstance ReadInstance(Item item) => new(
        new BoundingBox(item.Real("left"), item.Real("top"), item.Real("width"), item.Real("height")), item.Real("confidence"));

    private static void Add(Item item, string attribute, string? value)
    {
        if (value is not null)
        {
            item[attribute] = Value.Text(value);
        }
    }
}
