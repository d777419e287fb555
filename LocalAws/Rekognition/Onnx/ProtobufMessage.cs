using System.Buffers.Binary;
using System.Text;

namespace LocalAws.Rekognition.Onnx;

/// <summary>A protobuf message under construction: nothing but the wire format (protobuf.dev/programming-guides/encoding).</summary>
internal sealed class ProtobufMessage
{
    private const int Variable = 0, LengthDelimited = 2, Fixed32 = 5;

    private readonly MemoryStream _to = new();

    public ReadOnlySpan<byte> Bytes => _to.GetBuffer().AsSpan(0, (int)_to.Length);

    public ProtobufMessage Add(int field, long value)
    {
        Tag(field, Variable);
        Varint((ulong)value);
        return this;
    }

    public ProtobufMessage Add(int field, float value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        Tag(field, Fixed32);
        _to.Write(bytes);
        return this;
    }

    public ProtobufMessage Add(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, LengthDelimited);
        Varint((ulong)value.Length);
        _to.Write(value);
        return this;
    }

    public ProtobufMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public ProtobufMessage Add(int field, ProtobufMessage value) => Add(field, value.Bytes);

    public ProtobufMessage AddEach<T>(IEnumerable<T> values, Action<ProtobufMessage, T> add)
    {
        foreach (var value in values)
        {
            add(this, value);
        }

        return this;
    }

    private void Tag(int field, int wireType) => Varint((ulong)((field << 3) | wireType));

    private void Varint(ulong value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            _to.WriteByte((byte)(value | 0x80));
        }

        _to.WriteByte((byte)value);
    }
}
