// Reads pictures from standard input, one JSON document a line, and writes the reference's hashes, in hexadecimal, one a line.
import { createInterface } from 'node:readline'
import { rgbaToThumbHash } from 'thumbhash'

for await (const line of createInterface({ input: process.stdin })) {
  const { width, height, rgba } = JSON.parse(line)
  console.log(Buffer.from(rgbaToThumbHash(width, height, Buffer.from(rgba, 'base64'))).toString('hex'))
}
