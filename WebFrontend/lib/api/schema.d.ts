// Made by `npm run api-types`.

export interface paths {
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a file and learn how to upload it.
         * @description The same bytes are the same image: when they are already here the answer is 200, and there is nothing to upload. While they are
         *     awaited everybody who has them gets a ticket, but name, type and owner remain those of the first announcement as long as its ticket
         *     lives. A browser that is not signed in gets a cookie, by which it is known as the owner from then on.
         */
        post: operations["CreateUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List images, newest first. */
        get: operations["ListImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an image as it is now.
         * @description Who waits for its end asks for `/images/{id}/outcome.json`: 404 until it is ready, rejected or failed, then this answer.
         */
        get: operations["GetImage"];
        put?: never;
        post?: never;
        /**
         * Delete an image of one's own with everything that belongs to it.
         * @description May be repeated: what is gone stays gone.
         */
        delete: operations["DeleteImage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/images/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Process a failed image of one's own once more. */
        post: operations["RetryImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List images, newest first. */
        get: operations["ListImagesAsMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an image as it is now.
         * @description Who waits for its end asks for `/images/{id}/outcome.json`: 404 until it is ready, rejected or failed, then this answer.
         */
        get: operations["GetImageAsMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the labels that images show, most frequent first. */
        get: operations["ListLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count images by day and state, labels and reasons, and tell how long processing took. */
        get: operations["GetStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Counts by state of one day (UTC). */
        Day: {
            /**
             * Format: date
             * @description The day.
             */
            date: string;
            /**
             * Format: int64
             * @description Images that are ready.
             */
            ready: number;
            /**
             * Format: int64
             * @description Images whose bytes are at fault.
             */
            rejected: number;
            /**
             * Format: int64
             * @description Images that processing gave up.
             */
            failed: number;
            /**
             * Format: int64
             * @description The originals of the ready images, in bytes.
             */
            bytes: number;
            /** @description How long processing took. */
            processing: components["schemas"]["Percentiles"];
        };
        /**
         * @example {
         *       "type": "urn:iris:problem:invalid-request",
         *       "title": "The request is not valid.",
         *       "status": 400,
         *       "detail": "Wrong: limit.",
         *       "errors": {
         *         "limit": [
         *           "Must be 1 to 100."
         *         ]
         *       }
         *     }
         */
        HttpValidationProblemDetails: {
            type?: null | string;
            title?: null | string;
            /** Format: int32 */
            status?: null | number;
            detail?: null | string;
            instance?: null | string;
            errors?: {
                [key: string]: string[];
            };
        };
        /** @description Everything about an image. */
        ImageDetail: {
            id: string;
            status: components["schemas"]["ImageStatus"];
            fileName: string;
            contentType: string;
            /** @description Whether the caller uploaded it, and may delete and retry it. */
            mine?: null | boolean;
            /**
             * Format: int64
             * @description The size of the original in bytes.
             */
            size: number;
            /** @description The SHA-256 of the original in hex. */
            sha256: string;
            /**
             * Format: int32
             * @description The width of the upright image in pixels, once it is ready.
             */
            width?: null | number;
            /**
             * Format: int32
             * @description The height of the upright image in pixels, once it is ready.
             */
            height?: null | number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it became ready, rejected or failed.
             */
            processedAt?: null | string;
            /** @description A thumbhash, base64, once it is ready. */
            placeholder?: null | string;
            /** @description The dominant colour as `#rrggbb`, once it is ready. */
            color?: null | string;
            /** @description Smaller copies, smallest first; empty until it is ready. */
            thumbnails: components["schemas"]["Rendition"][];
            preview?: null | components["schemas"]["Rendition"];
            /** @description Most confident first; empty until it is ready. */
            labels: components["schemas"]["LabelDetail"][];
            timings?: null | components["schemas"]["ImageTimings"];
            reason?: null | components["schemas"]["Reason"];
        };
        /** @description A page of images, newest first. */
        ImagePage: {
            /** @description The images. Under a label filter a page may hold fewer than asked for although more follow. */
            items: components["schemas"]["ImageSummary"][];
            /** @description What to ask with for the next page; null at the end. */
            nextCursor: null | string;
        };
        /**
         * @description Where an image is on its way. It only moves forward, except that a retry takes a failed one back to pending.
         * @enum {string}
         */
        ImageStatus: "pending" | "processing" | "ready" | "rejected" | "failed";
        /** @description What the gallery shows of an image. */
        ImageSummary: {
            id: string;
            status: components["schemas"]["ImageStatus"];
            fileName: string;
            contentType: string;
            /** @description Whether the caller uploaded it, and may delete and retry it. */
            mine?: null | boolean;
            /**
             * Format: int64
             * @description The size of the original in bytes.
             */
            size: number;
            /**
             * Format: int32
             * @description The width of the upright image in pixels, once it is ready.
             */
            width?: null | number;
            /**
             * Format: int32
             * @description The height of the upright image in pixels, once it is ready.
             */
            height?: null | number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it became ready, rejected or failed.
             */
            processedAt?: null | string;
            /** @description A thumbhash, base64, once it is ready. */
            placeholder?: null | string;
            /** @description The dominant colour as `#rrggbb`, once it is ready. */
            color?: null | string;
            /** @description Smaller copies, smallest first; empty until it is ready. */
            thumbnails: components["schemas"]["Rendition"][];
            /** @description Most confident first; empty until it is ready. */
            labels: components["schemas"]["LabelSummary"][];
            reason?: null | components["schemas"]["Reason"];
        };
        /** @description How long an image took, in milliseconds. */
        ImageTimings: {
            /**
             * Format: int64
             * @description From the end of the upload to the start of processing.
             */
            queuedMs: number;
            /**
             * Format: int64
             * @description From there to ready.
             */
            processingMs: number;
            /**
             * Format: int64
             * @description The label detection within it.
             */
            labelsMs: number;
        };
        /** @description A box in the image, in fractions of its width and height. */
        Instance: {
            /** Format: double */
            left: number;
            /** Format: double */
            top: number;
            /** Format: double */
            width: number;
            /** Format: double */
            height: number;
            /** Format: double */
            confidence: number;
        };
        /** @description Something that an image shows, and where. */
        LabelDetail: {
            /** @description Its name. */
            name: string;
            /**
             * Format: double
             * @description How sure, in percent.
             */
            confidence: number;
            /** @description Broader labels. */
            parents: string[];
            /** @description Themes. */
            categories: string[];
            /** @description Where in the image; empty for labels of the whole scene. */
            instances: components["schemas"]["Instance"][];
        };
        /** @description A label and in how many images it is seen. */
        LabelFrequency: {
            name: string;
            /** Format: int64 */
            count: number;
        };
        /** @description Labels, most frequent first. */
        LabelList: {
            items: components["schemas"]["LabelFrequency"][];
        };
        /** @description Something that an image shows. */
        LabelSummary: {
            /** @description Its name. */
            name: string;
            /**
             * Format: double
             * @description How sure, in percent.
             */
            confidence: number;
        };
        /** @description Durations in milliseconds; null where there is nothing to tell. */
        Percentiles: {
            /**
             * Format: int64
             * @description Half took no longer.
             */
            p50Ms: null | number;
            /**
             * Format: int64
             * @description Nineteen in twenty took no longer.
             */
            p95Ms: null | number;
        };
        /**
         * @example {
         *       "type": "urn:iris:problem:image-not-found",
         *       "title": "There is no such image.",
         *       "status": 404,
         *       "detail": "No image has the id werc8gmrzge196qvyk49jvxs4g."
         *     }
         */
        ProblemDetails: {
            type?: null | string;
            title?: null | string;
            /** Format: int32 */
            status?: null | number;
            detail?: null | string;
            instance?: null | string;
        };
        /** @description Why an image is rejected or failed. */
        Reason: {
            /** @description For programs. */
            code: components["schemas"]["RejectionCode"];
            /** @description For people. */
            message: string;
        };
        /** @description A reason and how many images have it. */
        ReasonFrequency: {
            code: components["schemas"]["RejectionCode"];
            /** Format: int64 */
            count: number;
        };
        /**
         * @description Why an image did not become ready. On the wire: the name in kebab-case (`not-an-image`).
         * @enum {string}
         */
        RejectionCode: "not-an-image" | "unsupported-format" | "too-large" | "too-many-pixels" | "too-complex" | "corrupt" | "processing-failed";
        /** @description A smaller copy of an image, to be fetched from the site itself. */
        Rendition: {
            /** @description Relative to the origin of the site. */
            url: string;
            /**
             * Format: int32
             * @description Its width in pixels.
             */
            width: number;
            /**
             * Format: int32
             * @description Its height in pixels.
             */
            height: number;
            /** @description Its media type. */
            type: string;
        };
        /** @description What became of the images that were announced within the days. */
        Statistics: {
            /** @description All days together. */
            total: components["schemas"]["Totals"];
            /** @description Each day, oldest first; also those without images. */
            days: components["schemas"]["Day"][];
            /** @description The most frequent labels of all images, of whatever day. */
            topLabels: components["schemas"]["LabelFrequency"][];
            /** @description Why images were rejected or failed, most frequent first. */
            reasons: components["schemas"]["ReasonFrequency"][];
        };
        /** @description Counts by state. */
        Totals: {
            /**
             * Format: int64
             * @description Images that are ready.
             */
            ready: number;
            /**
             * Format: int64
             * @description Images whose bytes are at fault.
             */
            rejected: number;
            /**
             * Format: int64
             * @description Images that processing gave up.
             */
            failed: number;
            /**
             * Format: int64
             * @description The originals of the ready images, in bytes.
             */
            bytes: number;
            /** @description How long processing took. */
            processing: components["schemas"]["Percentiles"];
        };
        /** @description The one request that uploads the file. */
        Upload: {
            /** @description Its method. */
            method: string;
            /**
             * Format: uri
             * @description Where it goes.
             */
            url: string;
            /** @description The headers that it must bear. */
            headers: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Until when it may begin.
             */
            expiresAt: string;
        };
        /** @description The image and, as long as its bytes are missing, how to upload them. */
        UploadAnswer: {
            image: components["schemas"]["ImageSummary"];
            upload?: null | components["schemas"]["Upload"];
        };
        /**
         * @description A file that is about to be uploaded.
         * @example {
         *       "fileName": "dog.jpg",
         *       "contentType": "image/jpeg",
         *       "size": 1843201,
         *       "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
         *     }
         */
        UploadRequest: {
            /** @description Its name, for display. */
            fileName: string;
            /** @description Its media type: image/jpeg, image/png, image/webp, image/gif or image/avif. */
            contentType: string;
            /**
             * Format: int64
             * @description Its size in bytes; at most 5,242,880.
             */
            size: number;
            /** @description The SHA-256 of its bytes in hex. */
            sha256: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    CreateUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadRequest"];
            };
        };
        responses: {
            /** @description These bytes are already here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            /** @description Send the file as `upload` says, within five minutes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpValidationProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListImages: {
        parameters: {
            query: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only images that show this; repeated: that show all of them. */
                label: string[];
                /** @description `me`: only images that the caller uploaded. */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpValidationProblemDetails"];
                };
            };
        };
    };
    GetImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the image. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    DeleteImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the image. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    RetryImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the image. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListImagesAsMe: {
        parameters: {
            query: {
                /** @description How many at most. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description Only images that show this; repeated: that show all of them. */
                label: string[];
                /** @description `me`: only images that the caller uploaded. */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImagePage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpValidationProblemDetails"];
                };
            };
        };
    };
    GetImageAsMe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the image. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageDetail"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    ListLabels: {
        parameters: {
            query?: {
                /** @description Only labels that begin so, whatever the case. */
                prefix?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelList"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpValidationProblemDetails"];
                };
            };
        };
    };
    GetStatistics: {
        parameters: {
            query?: {
                /** @description How many days (UTC), today included. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["HttpValidationProblemDetails"];
                };
            };
        };
    };
}
