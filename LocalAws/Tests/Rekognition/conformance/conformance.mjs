// Calls the service with the AWS SDK for JavaScript, and writes what came back as one line of JSON.
// usage: node conformance.mjs ENDPOINT PHOTOGRAPH
import { readFileSync } from 'node:fs'
import { DetectLabelsCommand, RekognitionClient } from '@aws-sdk/client-rekognition'

const [endpoint, photograph] = process.argv.slice(2)
const client = new RekognitionClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'localsecret' },
  maxAttempts: 1,
})
const Bytes = readFileSync(photograph)

const detect = (input) => client.send(new DetectLabelsCommand(input))
const refusal = (input) =>
  detect(input).then(
    () => 'none',
    (error) => `${error.name} ${error.$metadata?.httpStatusCode} ${error.$fault}`,
  )

console.log(
  JSON.stringify({
    all: await detect({ Image: { Bytes }, Features: ['GENERAL_LABELS', 'IMAGE_PROPERTIES'] }),
    filtered: await detect({
      Image: { Bytes },
      MaxLabels: 1,
      Settings: { GeneralLabels: { LabelCategoryInclusionFilters: ['Animals and Pets'], LabelExclusionFilters: ['Animal'] } },
    }),
    refusals: {
      text: await refusal({ Image: { Bytes: Buffer.from('hello, world') } }),
      truncated: await refusal({ Image: { Bytes: Bytes.subarray(0, 3000) } }),
      none: await refusal({ Image: {} }),
      tooLarge: await refusal({ Image: { Bytes: Buffer.alloc(6_000_000, 0xff) } }),
      confidence: await refusal({ Image: { Bytes }, MinConfidence: 101 }),
    },
  }),
)
