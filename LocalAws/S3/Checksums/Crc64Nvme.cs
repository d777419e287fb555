using System.Buffers.Binary;
using System.IO.Hashing;

namespace LocalAws.S3.Checksums;

/// <summary>
/// CRC-64/NVME (NVM Express command set specification): polynomial 0xAD93D23594C93659, reflected. System.IO.Hashing has only
/// ECMA-182. Eight tables take eight bytes a step, one table for each place in the word.
/// </summary>
internal sealed class Crc64Nvme() : NonCryptographicHashAlgorithm(sizeof(ulong))
{
    private const ulong ReflectedPolynomial = 0x9A6C9329AC4BC9B5;
    private static readonly ulong[][] s_tables = MakeTables();
    private ulong _crc = ulong.MaxValue;

    public override void Append(ReadOnlySpan<byte> source)
    {
        var tables = s_tables;
        var crc = _crc;
        for (; source.Length >= sizeof(ulong); source = source[sizeof(ulong)..])
        {
            var word = crc ^ BinaryPrimitives.ReadUInt64LittleEndian(source);
            crc = tables[7][(byte)word] ^ tables[6][(byte)(word >> 8)] ^ tables[5][(byte)(word >> 16)] ^ tables[4][(byte)(word >> 24)]
                ^ tables[3][(byte)(word >> 32)] ^ tables[2][(byte)(word >> 40)] ^ tables[1][(byte)(word >> 48)] ^ tables[0][(byte)(word >> 56)];
        }

        foreach (var octet in source)
        {
            crc = tables[0][(byte)(crc ^ octet)] ^ (crc >> 8);
        }

        _crc = crc;
    }

    public override void Reset() => _crc = ulong.MaxValue;

    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt64LittleEndian(destination, ~_crc);

    private static ulong[][] MakeTables()
    {
        var tables = new ulong[sizeof(ulong)][];
        for (var place = 0; place < tables.Length; place++)
        {
            tables[place] = new ulong[256];
            for (var octet = 0; octet < 256; octet++)
            {
                tables[place][octet] = place == 0
                    ? Divide((ulong)octet)
                    : tables[0][(byte)tables[place - 1][octet]] ^ (tables[place - 1][octet] >> 8);
            }
        }

        return tables;
    }

    private static ulong Divide(ulong remainder)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder & 1) == 0 ? remainder >> 1 : (remainder >> 1) ^ ReflectedPolynomial;
        }

        return remainder;
    }
}
