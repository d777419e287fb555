namespace Iris.Catalog.Table;

/// <summary>An image's item in the table, both ways.</summary>
internal static class ImageItem
{
    public const string Status = "status";
    public const string Attempt = "attempt";
    public const string TraceParent = "traceParent";
    public const string ProcessedAt = "processedAt";
    public const string ReasonCode = "reasonCode";
    public const string ReasonMessage = "reasonMessage";
    public const string LeaseOwner = "leaseOwner";
    public const string LeaseUntil = "leaseUntil";
    public const string ExpiresAt = "expiresAt";
    public const string Owed = "owed";
    public const string Deleting = "deleting";
    public const string LastWrite = "lastWrite";

    public static Item Write(ImageRow row)
    {
        var image = row.Image;
        var item = Key.Image(image.Id).ToItem();
        item[Status] = Value.Name(image.Status);
        item["id"] = Value.Text(image.Id.ToString());
        item["fileName"] = Value.Text(image.FileName);
        item["contentType"] = Value.Text(image.ContentType);
        item["size"] = Value.Number(image.Size);
        item["sha256"] = Value.Text(image.Sha256);
        item["createdAt"] = Value.Time(image.CreatedAt);
        item[Attempt] = Value.Number(image.Attempt);

        Add(item, TraceParent, image.TraceParent);
        Add(item, ProcessedAt, image.ProcessedAt is { } at ? Timestamp.Write(at) : null);
        Add(item, LeaseOwner, row.Lease?.Owner);
        Add(item, LeaseUntil, row.Lease is { } lease ? Timestamp.Write(lease.Until) : null);
        Add(item, Owed, row.Owed?.ToString());

        if (row.ExpiresAt is { } expiresAt)
        {
            // The one attribute whose form DynamoDB's TTL prescribes.
            item[ExpiresAt] = Value.Number(expiresAt.ToUnixTimeSeconds());
        }

        foreach (var (name, value) in (image.Reason is { } reason ? Write(reason) : []).Concat(image.Picture is { } picture ? PictureItem.Write(picture) : []))
        {
            item[name] = value;
        }

        return item;
    }

    public static Item Write(Rejection reason) => new()
    {
        [ReasonCode] = Value.Name(reason.Code),
        [ReasonMessage] = Value.Text(reason.Message),
    };

    public static ImageRow Read(Item item) => new(ReadImage(item))
    {
        Lease = item.TextOrNull(LeaseOwner) is { } owner ? new Lease(owner, item.Time(LeaseUntil)) : null,
        ExpiresAt = item.ContainsKey(ExpiresAt) ? DateTimeOffset.FromUnixTimeSeconds(item.Integer(ExpiresAt)) : null,
        Owed = item.TextOrNull(Owed) is { } owed ? Statistics.Owed.Parse(owed) : null,
        IsDeleting = item.ContainsKey(Deleting),
    };

    private static ImageRecord ReadImage(Item item) => new()
    {
        Id = ImageId.Parse(item.Text("id")),
        Status = item.Name<ImageStatus>(Status),
        FileName = item.Text("fileName"),
        ContentType = item.Text("contentType"),
        Size = item.Integer("size"),
        Sha256 = item.Text("sha256"),
        CreatedAt = item.Time("createdAt"),
        TraceParent = item.TextOrNull(TraceParent),
        Attempt = (int)item.Integer(Attempt),
        ProcessedAt = item.TimeOrNull(ProcessedAt),
        Reason = item.ContainsKey(ReasonCode) ? new Rejection(item.Name<RejectionCode>(ReasonCode), item.Text(ReasonMessage)) : null,
        Picture = item.ContainsKey("placeholder") ? PictureItem.Read(item) : null,
    };

    private static void Add(Item item, string attribute, string? value)
    {
        if (value is not null)
        {
            item[attribute] = Value.Text(value);
        }
    }
}
