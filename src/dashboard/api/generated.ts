// Made from the routes by `npm run generate`. Do not edit.

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation works */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Health"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what models and the built-in composer were asked and answered */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    task?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AiRun"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ai/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what models have cost this month */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AiSpend"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys of this workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["ApiKey"][];
                            nextCursor: null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a key; it is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expiresAt?: string;
                        name: string;
                        scopes?: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "organization.read" | "organization.manage" | "organization.billing" | "workspaces.read" | "workspaces.create")[];
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeApiKey"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was done, by whom, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description such as playbook.published */
                    action?: string;
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    subjectId?: string;
                    /** @description such as playbook */
                    subjectType?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AuditEntry"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that the audit log is what was written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditVerdict"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mark a comment as dealt with */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        resolved: boolean;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connected accounts and how they are doing */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    /** @description such as linkedin, hubspot, slack */
                    provider?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Connection"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Connect an account by its key, or renew the key */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description which account there, when there can be several
                         * @default
                         */
                        account?: string;
                        /**
                         * @default api_key
                         * @enum {string}
                         */
                        authKind?: "api_key" | "basic" | "webhook";
                        name: string;
                        /** @description such as linkedin, hubspot, slack */
                        provider: string;
                        /** @description key, password or address; kept sealed, never shown again */
                        secret: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: string | number | boolean;
                        };
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one connection */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Disconnect an account and forget its key */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download an edition of a version */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/pdf */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List experts */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Expert"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add an expert */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewExpertInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Expert"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/experts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one expert */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Expert"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an expert */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ExpertChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Expert"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/extractions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow an extraction */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extraction"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List gates with what they ask */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Gate"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Give a playbook the default gate */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        playbookId: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Gate"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one gate */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Gate"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Publish a new revision of a gate */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GateChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Gate"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed and what waits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Home"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an invitation before accepting it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationPreview"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation, signed in or with a new account */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description for a new account */
                        name?: string;
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            organizationId: string;
                            /** @description session of a new account; null for who was signed in */
                            token: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List jobs of this workspace, dead ones first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    state?: "waiting" | "running" | "retrying" | "dead";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Job"][];
                            nextCursor: null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed job again, now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leads */
        get: {
            parameters: {
                query?: {
                    confirmed?: "yes" | "no";
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description grades such as A1, separated by commas */
                    grade?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    playbook?: string;
                    /** @description part of a name, e-mail or company */
                    q?: string;
                    /** @description quiet for at least that many days */
                    quietDays?: number;
                    /** @description ids of segments, separated by commas: in all of them */
                    segment?: string;
                    sort?: "newest" | "quiet" | "name" | "fit" | "engagement";
                    /** @description stages, separated by commas */
                    stage?: string;
                    suspect?: "yes" | "no";
                    /** @description id of a saved view; what the query says itself counts more */
                    view?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["LeadSummary"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a person by hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLeadInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download leads as CSV */
        get: {
            parameters: {
                query?: {
                    confirmed?: "yes" | "no";
                    /** @description grades such as A1, separated by commas */
                    grade?: string;
                    playbook?: string;
                    /** @description part of a name, e-mail or company */
                    q?: string;
                    /** @description quiet for at least that many days */
                    quietDays?: number;
                    /** @description ids of segments, separated by commas: in all of them */
                    segment?: string;
                    /** @description stages, separated by commas */
                    stage?: string;
                    suspect?: "yes" | "no";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/csv */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one lead with everything behind it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lead"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Erase a person everywhere; cannot be undone */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change what is known of a person */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/leads/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mail to a person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["LeadMessage"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notes on a person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Note"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write a note on a person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Note"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what happened with a person, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description also what machines did */
                    raw?: "0" | "1" | "true" | "false" | "";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["TimelineEntry"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count leads by stage */
        get: {
            parameters: {
                query?: {
                    confirmed?: "yes" | "no";
                    /** @description grades such as A1, separated by commas */
                    grade?: string;
                    playbook?: string;
                    /** @description part of a name, e-mail or company */
                    q?: string;
                    /** @description quiet for at least that many days */
                    quietDays?: number;
                    /** @description ids of segments, separated by commas: in all of them */
                    segment?: string;
                    /** @description stages, separated by commas */
                    stage?: string;
                    suspect?: "yes" | "no";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadCounts"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import people, or see what an import would do
         * @description Rows with headings as keys; email, name, company and their usual spellings are known. A dry run keeps nothing.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LeadImportInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadImported"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List links */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Link"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a short address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewLinkInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one link */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Archive a link; can be undone */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change or rename a link */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LinkChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/links/{id}/clicks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the clicks on a link */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Click"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an archived link back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Link"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow changes as server-sent events
         * @description Each event carries a topic and ids. After a gap the topic "reconnected" asks to read anew.
         */
        get: {
            parameters: {
                query?: {
                    /** @description workspace, where a header cannot be sent */
                    workspace?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/event-stream */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and where I may work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    leadId?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    state?: "queued" | "sending" | "sent" | "held" | "failed" | "bounced" | "unconfirmed" | "cancelled";
                    stream?: "transactional" | "marketing" | "outreach";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Message"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one message with every attempt to send it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageRecord"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of an unconfirmed message, or send a failed one again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description what a person found out; send-again is the only way in which an unconfirmed mail leaves twice
                         * @enum {string}
                         */
                        outcome: "arrived" | "lost" | "send-again";
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the organization and its plan */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organization"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End the organization with every workspace in it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description the name of the organization, to confirm */
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename the organization */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Organization"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organization/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List open invitations */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Invitation"][];
                            nextCursor: null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody by e-mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /**
                         * Format: uuid
                         * @description which expert of the workspace this is
                         */
                        expertId?: string;
                        /**
                         * @default member
                         * @enum {string}
                         */
                        role?: "admin" | "member" | "expert" | "subscriber";
                        /** @description limits a member; where an expert or subscriber joins */
                        workspaceIds?: string[] | null;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Invitation"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Member"][];
                            nextCursor: null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a membership */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a role, or which workspaces a member sees */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role?: "owner" | "admin" | "member";
                        /** @description null lifts the limit */
                        workspaceIds?: string[] | null;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Member"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/passages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open a passage in its context */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PassageInContext"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/performance/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads and money that each link brought */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["LinkPerformance"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/performance/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readers, leads and money of each playbook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PlaybookPerformance"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List playbooks */
        get: {
            parameters: {
                query?: {
                    archived?: string;
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["PlaybookSummary"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a playbook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPlaybookInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playbook"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one playbook with its draft */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description id or slug */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playbook"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Archive a playbook; can be undone */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change the settings of a playbook */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlaybookChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playbook"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/playbooks/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what people said about a playbook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Comment"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Comment on a playbook or a step */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCommentInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Comment"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the draft
         * @description Names the revision it was typed on; a stale one is refused and nothing is lost.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftSaveInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftSaved"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/extractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compose a draft out of sources */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        sourceIds?: string[];
                    };
                };
            };
            responses: {
                /** @description Done. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Extraction"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/fixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the fix of a finding */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        findingId: string;
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fixed"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a version back as the draft, or un-archive */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        versionId?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Playbook"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the newest review of the draft */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Review"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a playbook */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Version"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Publish the draft as a version */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewVersionInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Version"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open a number down to its rows */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit?: number;
                    query: "clicks" | "readers" | "leads" | "confirmed" | "machines";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Rows"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Longer work that is under way */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["RunningWork"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sample-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the sample workspace, on this machine only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
                            user: {
                                email: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List saved views of a list */
        get: {
            parameters: {
                query?: {
                    list?: "leads";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SavedView"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a view */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSavedViewInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved view */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find people, playbooks, steps, passages, links and sources */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SearchHit"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List segments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Segment"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Name a group by a rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSegmentInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Segment"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one segment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Segment"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Take a segment away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a segment */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SegmentChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Segment"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/segments/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who is in a segment, and why */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SegmentMember"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say a rule in words and count who it finds */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rule: components["schemas"]["RuleInput"];
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SegmentPreview"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways in that this installation offers here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInOptions"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sources */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    expertId?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SourceSummary"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a source by text or address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSourceInput"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one source with its passages */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Source"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a source; can be undone */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a source or give it to an expert */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SourceChangeInput"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/sources/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a source again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/restorations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a removed source back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceSummary"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add sources by upload
         * @description multipart/form-data with one or more `files` and, before them, an optional `expertId`.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["SourceSummary"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is real here and what stands in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["StandIn"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins/account-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read account mails on this machine, to confirm a sign-up without a mail server
         * @description Only on an installation that nobody else can reach, and only while account mail stays in the local catcher.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description e-mail address; kept in lower case, its domain in ASCII */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["AccountMail"][];
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the local mail catcher kept, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    /** @description in addresses, subject and text */
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["CaughtMail"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Empty the local mail catcher of this workspace */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deleted: number;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stand-ins/mail/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one mail that the local catcher kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CaughtMailRecord"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List addresses that must not be written to */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description also those that were lifted */
                    lifted?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                    search?: string;
                    stream?: "all" | "transactional" | "marketing" | "outreach";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["Suppression"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Write to an address no more
         * @description Idempotent: an address that is suppressed in this stream answers with the suppression in force.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        detail?: string;
                        /** @description e-mail address; kept in lower case, its domain in ASCII */
                        email: string;
                        /**
                         * @default manual
                         * @enum {string}
                         */
                        reason?: "manual" | "complaint" | "unsubscribe" | "import";
                        /**
                         * @default all
                         * @enum {string}
                         */
                        stream?: "all" | "transactional" | "marketing" | "outreach";
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suppression"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Allow writing to an address again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the plan and what was used this month */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Usage"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one version with its content */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionWithContent"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhook endpoints */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookEndpoint"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a webhook endpoint */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        description?: string;
                        /**
                         * @description names of events; none means all
                         * @default []
                         */
                        events?: string[];
                        /**
                         * Format: uri
                         * @description where deliveries are posted
                         */
                        url: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook endpoint */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a webhook endpoint */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change, pause or resume a webhook endpoint */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        /** @description names of events; none means all */
                        events?: string[];
                        /** @enum {string} */
                        state?: "active" | "paused";
                        /**
                         * Format: uri
                         * @description where deliveries are posted
                         */
                        url?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpoint"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description nextCursor of the page before */
                    cursor?: string;
                    /** @description most rows in the answer */
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["WebhookDelivery"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver again now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deliveryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDelivery"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the secret; the old one signs along for a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this workspace */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workspace"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename this workspace or change how it counts */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currency?: string;
                        name?: string;
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workspace"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List my workspaces */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data: components["schemas"]["MyWorkspace"][];
                            nextCursor: null;
                        };
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a workspace */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currency?: string;
                        name: string;
                        /**
                         * Format: uuid
                         * @description left out: a new organization is made
                         */
                        organizationId?: string;
                        organizationName?: string;
                        /** @description part of every address; made from the name when left out */
                        slug?: string;
                        timeZone?: string;
                    };
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MyWorkspace"];
                    };
                };
                /** @description Refused; the problem document says why. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Refused; the problem document says why. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description Our fault or not available. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
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
        __shared: {
            $defs: {
                schema0: string | number | boolean | null | components["schemas"]["__shared"][] | {
                    [key: string]: components["schemas"]["__shared"];
                };
                schema1: string | number | boolean | null | components["schemas"]["__shared"][] | {
                    [key: string]: components["schemas"]["__shared"];
                };
            };
        };
        AccountMail: {
            html: string | null;
            /** Format: uuid */
            id: string;
            links: string[];
            /** Format: date-time */
            receivedAt: string;
            subject: string;
            text: string;
            to: string[];
        };
        AccountMailInput: {
            html: string | null;
            /** Format: uuid */
            id: string;
            links: string[];
            /** Format: date-time */
            receivedAt: string;
            subject: string;
            text: string;
            to: string[];
        };
        AiRun: {
            attempts: number;
            /** @description millionths of a US dollar */
            costMicros: number;
            durationMs: number | null;
            error: string | null;
            /** Format: uuid */
            id: string;
            inputHash: string;
            /** @description "built-in composer" or "model: …" */
            maker: string;
            output: unknown;
            promptVersion: string;
            reason: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "reserved" | "completed" | "fell_back" | "refused" | "failed" | "unconfirmed";
            subject: {
                /** Format: uuid */
                id: string;
                type: string;
            } | null;
            task: string;
            taskVersion: number;
            tokensIn: number;
            tokensOut: number;
        };
        AiRunInput: {
            attempts: number;
            /** @description millionths of a US dollar */
            costMicros: number;
            durationMs: number | null;
            error: string | null;
            /** Format: uuid */
            id: string;
            inputHash: string;
            /** @description "built-in composer" or "model: …" */
            maker: string;
            output: unknown;
            promptVersion: string;
            reason: string | null;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "reserved" | "completed" | "fell_back" | "refused" | "failed" | "unconfirmed";
            subject: {
                /** Format: uuid */
                id: string;
                type: string;
            } | null;
            task: string;
            taskVersion: number;
            tokensIn: number;
            tokensOut: number;
        };
        AiSpend: {
            limitMicros: number;
            /** @description first day of the month, UTC */
            month: string;
            reason: string | null;
            /** @description set aside for calls under way */
            reservedMicros: number;
            spentMicros: number;
            /** @enum {string} */
            state: "ok" | "stand-in" | "failing";
        };
        AiSpendInput: {
            limitMicros: number;
            /** @description first day of the month, UTC */
            month: string;
            reason: string | null;
            /** @description set aside for calls under way */
            reservedMicros: number;
            spentMicros: number;
            /** @enum {string} */
            state: "ok" | "stand-in" | "failing";
        };
        ApiKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            /** @description null: every scope */
            scopes: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[] | null;
            /** @description first characters, to tell keys apart */
            start: string;
        };
        ApiKeyInput: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastUsedAt: string | null;
            name: string;
            /** @description null: every scope */
            scopes: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[] | null;
            /** @description first characters, to tell keys apart */
            start: string;
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string | null;
                kind: string;
                name: string;
            };
            after: unknown;
            before: unknown;
            correlationId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            occurredAt: string;
            reason: string | null;
            /** @description place in the chain; null for the moment before it is appended */
            sequence: number | null;
            subject: {
                id: string | null;
                type: string;
            };
        };
        AuditEntryInput: {
            action: string;
            actor: {
                id: string | null;
                kind: string;
                name: string;
            };
            after: unknown;
            before: unknown;
            correlationId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            occurredAt: string;
            reason: string | null;
            /** @description place in the chain; null for the moment before it is appended */
            sequence: number | null;
            subject: {
                id: string | null;
                type: string;
            };
        };
        AuditVerdict: {
            brokenAt: {
                sequence: number;
                /** @enum {string} */
                why: "entry missing" | "entry changed" | "link missing" | "link changed";
            } | null;
            checked: number;
            intact: boolean;
            /** @description keep it elsewhere: it proves that nothing was cut off at the end */
            lastHash: string;
        };
        AuditVerdictInput: {
            brokenAt: {
                sequence: number;
                /** @enum {string} */
                why: "entry missing" | "entry changed" | "link missing" | "link changed";
            } | null;
            checked: number;
            intact: boolean;
            /** @description keep it elsewhere: it proves that nothing was cut off at the end */
            lastHash: string;
        };
        CaughtMail: {
            attachments: {
                mediaType: string;
                name: string;
                sizeBytes: number;
            }[];
            from: string;
            /** Format: uuid */
            id: string;
            messageId: string | null;
            preview: string;
            /** Format: date-time */
            receivedAt: string;
            sizeBytes: number;
            subject: string;
            to: string[];
        };
        CaughtMailInput: {
            attachments: {
                mediaType: string;
                name: string;
                sizeBytes: number;
            }[];
            from: string;
            /** Format: uuid */
            id: string;
            messageId: string | null;
            preview: string;
            /** Format: date-time */
            receivedAt: string;
            sizeBytes: number;
            subject: string;
            to: string[];
        };
        CaughtMailRecord: {
            attachments: {
                mediaType: string;
                name: string;
                sizeBytes: number;
            }[];
            from: string;
            headers: {
                name: string;
                value: string;
            }[];
            /** @description sanitised, a whole document; show it in a sandboxed frame with allow-popups */
            html: string | null;
            /** Format: uuid */
            id: string;
            links: string[];
            messageId: string | null;
            preview: string;
            /** @description as it came over the wire */
            raw: string;
            /** Format: date-time */
            receivedAt: string;
            sizeBytes: number;
            subject: string;
            text: string;
            to: string[];
        };
        CaughtMailRecordInput: {
            attachments: {
                mediaType: string;
                name: string;
                sizeBytes: number;
            }[];
            from: string;
            headers: {
                name: string;
                value: string;
            }[];
            /** @description sanitised, a whole document; show it in a sandboxed frame with allow-popups */
            html: string | null;
            /** Format: uuid */
            id: string;
            links: string[];
            messageId: string | null;
            preview: string;
            /** @description as it came over the wire */
            raw: string;
            /** Format: date-time */
            receivedAt: string;
            sizeBytes: number;
            subject: string;
            text: string;
            to: string[];
        };
        Click: {
            /** Format: date-time */
            at: string;
            botReason: string | null;
            /** Format: uuid */
            id: string;
            isBot: boolean;
            referrer: string | null;
            userAgent: string | null;
            /** @description the day’s visitor, without who it is */
            visitor: string;
        };
        ClickInput: {
            /** Format: date-time */
            at: string;
            botReason: string | null;
            /** Format: uuid */
            id: string;
            isBot: boolean;
            referrer: string | null;
            userAgent: string | null;
            /** @description the day’s visitor, without who it is */
            visitor: string;
        };
        Comment: {
            authorName: string;
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            isMine: boolean;
            resolvedAt: string | null;
            stepId: string | null;
        };
        CommentInput: {
            authorName: string;
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            isMine: boolean;
            resolvedAt: string | null;
            stepId: string | null;
        };
        Condition: {
            field: string;
            /** @enum {string} */
            operator: "is" | "is_not" | "one_of" | "none_of" | "at_least" | "at_most" | "contains" | "is_set" | "is_not_set";
            value?: string | number | boolean | string[];
        };
        ConditionInput: {
            field: string;
            /** @enum {string} */
            operator: "is" | "is_not" | "one_of" | "none_of" | "at_least" | "at_most" | "contains" | "is_set" | "is_not_set";
            value?: string | number | boolean | string[];
        };
        Connection: {
            account: string;
            /** @enum {string} */
            authKind: "api_key" | "oauth2" | "basic" | "webhook" | "none";
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastCallAt: string | null;
            lastError: string | null;
            lastSuccessAt: string | null;
            name: string;
            provider: string;
            /** @description when we try again */
            retryAt: string | null;
            scopes: string[];
            settings: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "connected" | "expired" | "failing" | "revoked" | "disconnected";
            stateReason: string | null;
        };
        ConnectionInput: {
            account: string;
            /** @enum {string} */
            authKind: "api_key" | "oauth2" | "basic" | "webhook" | "none";
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            lastCallAt: string | null;
            lastError: string | null;
            lastSuccessAt: string | null;
            name: string;
            provider: string;
            /** @description when we try again */
            retryAt: string | null;
            scopes: string[];
            settings: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "connected" | "expired" | "failing" | "revoked" | "disconnected";
            stateReason: string | null;
        };
        Draft: {
            audience?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            /** @enum {string} */
            methodologyType: "process" | "framework" | "habit" | "diagnosis" | "conversation" | "checklist" | "principles";
            /** @default [] */
            openQuestions: {
                /** @enum {string} */
                about: "outcome" | "audience" | "pain" | "insight" | "time" | "check" | "example" | "mistake" | "tool" | "order";
                question: string;
                stepId?: string;
            }[];
            outcome?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            pain?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            steps: {
                /** @default [] */
                blanks: ({
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "short";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "long";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "number";
                    label: string;
                    unit?: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "choice";
                    label: string;
                    options: string[];
                    /** @default false */
                    several: boolean;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    columns: string[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "table";
                    label: string;
                    rows: number;
                })[];
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /** @default [] */
                commonMistakes: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                doneWhen?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                id: string;
                /** @default [] */
                inputs: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                /** @default [] */
                instructions: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                minutes?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    value: number;
                };
                nextAction?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                outcome?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                position: number;
                title: string;
                /** @default [] */
                tools: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                why?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                workedExample?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            }[];
            title: string;
            /** @default [] */
            titleCitations: {
                end: number;
                passageId?: string;
                quote: string;
                sourceId: string;
                start: number;
            }[];
            uniqueInsight?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
        };
        DraftInput: {
            audience?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            /** @enum {string} */
            methodologyType: "process" | "framework" | "habit" | "diagnosis" | "conversation" | "checklist" | "principles";
            /** @default [] */
            openQuestions: {
                /** @enum {string} */
                about: "outcome" | "audience" | "pain" | "insight" | "time" | "check" | "example" | "mistake" | "tool" | "order";
                question: string;
                stepId?: string;
            }[];
            outcome?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            pain?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
            steps: {
                /** @default [] */
                blanks: ({
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "short";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "long";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "number";
                    label: string;
                    unit?: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "choice";
                    label: string;
                    options: string[];
                    /** @default false */
                    several: boolean;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    columns: string[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "table";
                    label: string;
                    rows: number;
                })[];
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /** @default [] */
                commonMistakes: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                doneWhen?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                id: string;
                /** @default [] */
                inputs: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                /** @default [] */
                instructions: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                minutes?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    value: number;
                };
                nextAction?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                outcome?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                position: number;
                title: string;
                /** @default [] */
                tools: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                }[];
                why?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
                workedExample?: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            }[];
            title: string;
            /** @default [] */
            titleCitations: {
                end: number;
                passageId?: string;
                quote: string;
                sourceId: string;
                start: number;
            }[];
            uniqueInsight?: {
                /** @default [] */
                citations: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                }[];
                /**
                 * @default written
                 * @enum {string}
                 */
                origin: "source" | "derived" | "written";
                text: string;
            };
        };
        DraftSave: {
            content: components["schemas"]["Draft"];
            note?: string;
            /** @description the revision this was typed on; an older one is refused */
            revision: number;
        };
        DraftSaved: {
            review: components["schemas"]["Review"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        DraftSavedInput: {
            review: components["schemas"]["ReviewInput"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        DraftSaveInput: {
            content: components["schemas"]["DraftInput"];
            note?: string;
            /** @description the revision this was typed on; an older one is refused */
            revision: number;
        };
        Expert: {
            bio: string;
            /** Format: date-time */
            createdAt: string;
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            playbookCount: number;
            slug: string;
            sourceCount: number;
            trade: string;
        };
        ExpertChange: {
            bio?: string;
            email?: string | null;
            name?: string;
            slug?: string;
            trade?: string;
        };
        ExpertChangeInput: {
            bio?: string;
            email?: string | null;
            name?: string;
            slug?: string;
            trade?: string;
        };
        ExpertInput: {
            bio: string;
            /** Format: date-time */
            createdAt: string;
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            playbookCount: number;
            slug: string;
            sourceCount: number;
            trade: string;
        };
        ExpertName: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ExpertNameInput: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Extraction: {
            composer: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            model: string | null;
            passagesFound: number;
            playbookId: string | null;
            problem: {
                code: string;
                sentence: string;
            } | null;
            stages: components["schemas"]["Stage"][];
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            stepsFound: number;
        };
        ExtractionInput: {
            composer: string;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            model: string | null;
            passagesFound: number;
            playbookId: string | null;
            problem: {
                code: string;
                sentence: string;
            } | null;
            stages: components["schemas"]["StageInput"][];
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            stepsFound: number;
        };
        Finding: {
            apply?: {
                after: string;
                before: string;
                end: number;
                /** @constant */
                kind: "replace-words";
                place: {
                    field: string;
                    stepId?: string;
                };
                start: number;
            } | {
                /** @constant */
                kind: "set-text";
                place: {
                    field: string;
                    stepId?: string;
                };
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            } | {
                /** @constant */
                kind: "set-minutes";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    value: number;
                };
            } | {
                /** @constant */
                kind: "add-text";
                /** @enum {string} */
                list: "inputs" | "instructions" | "commonMistakes" | "tools";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            } | {
                /** @constant */
                kind: "add-blank";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "short";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "long";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "number";
                    label: string;
                    unit?: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "choice";
                    label: string;
                    options: string[];
                    /** @default false */
                    several: boolean;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    columns: string[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "table";
                    label: string;
                    rows: number;
                };
            } | {
                before: string;
                /** @constant */
                kind: "remove";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                citation: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                };
                /** @constant */
                kind: "attach-citation";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                at: number;
                /** @constant */
                kind: "split-step";
                stepId: string;
                title: string;
            } | {
                after: string;
                at: number;
                before: string;
                /** @constant */
                kind: "split-sentence";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                into: string;
                /** @constant */
                kind: "merge-steps";
                stepId: string;
            } | {
                /** @constant */
                kind: "move-step";
                stepId: string;
                to: number;
            };
            /** @enum {string} */
            criterion: "goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof";
            end?: number;
            fix: string;
            id: string;
            message: string;
            place: {
                field: string;
                stepId?: string;
            };
            rule: string;
            start?: number;
            /** @enum {string} */
            weight: "blocker" | "fault" | "hint";
            words?: string;
        };
        FindingInput: {
            apply?: {
                after: string;
                before: string;
                end: number;
                /** @constant */
                kind: "replace-words";
                place: {
                    field: string;
                    stepId?: string;
                };
                start: number;
            } | {
                /** @constant */
                kind: "set-text";
                place: {
                    field: string;
                    stepId?: string;
                };
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            } | {
                /** @constant */
                kind: "set-minutes";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    value: number;
                };
            } | {
                /** @constant */
                kind: "add-text";
                /** @enum {string} */
                list: "inputs" | "instructions" | "commonMistakes" | "tools";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    /**
                     * @default written
                     * @enum {string}
                     */
                    origin: "source" | "derived" | "written";
                    text: string;
                };
            } | {
                /** @constant */
                kind: "add-blank";
                stepId: string;
                value: {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "short";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "long";
                    label: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "number";
                    label: string;
                    unit?: string;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "choice";
                    label: string;
                    options: string[];
                    /** @default false */
                    several: boolean;
                } | {
                    /** @default [] */
                    citations: {
                        end: number;
                        passageId?: string;
                        quote: string;
                        sourceId: string;
                        start: number;
                    }[];
                    columns: string[];
                    hint?: string;
                    id: string;
                    /** @constant */
                    kind: "table";
                    label: string;
                    rows: number;
                };
            } | {
                before: string;
                /** @constant */
                kind: "remove";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                citation: {
                    end: number;
                    passageId?: string;
                    quote: string;
                    sourceId: string;
                    start: number;
                };
                /** @constant */
                kind: "attach-citation";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                at: number;
                /** @constant */
                kind: "split-step";
                stepId: string;
                title: string;
            } | {
                after: string;
                at: number;
                before: string;
                /** @constant */
                kind: "split-sentence";
                place: {
                    field: string;
                    stepId?: string;
                };
            } | {
                into: string;
                /** @constant */
                kind: "merge-steps";
                stepId: string;
            } | {
                /** @constant */
                kind: "move-step";
                stepId: string;
                to: number;
            };
            /** @enum {string} */
            criterion: "goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof";
            end?: number;
            fix: string;
            id: string;
            message: string;
            place: {
                field: string;
                stepId?: string;
            };
            rule: string;
            start?: number;
            /** @enum {string} */
            weight: "blocker" | "fault" | "hint";
            words?: string;
        };
        Fixed: {
            content: components["schemas"]["Draft"];
            review: components["schemas"]["Review"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        FixedInput: {
            content: components["schemas"]["DraftInput"];
            review: components["schemas"]["ReviewInput"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        Gate: {
            /** Format: uuid */
            id: string;
            isActive: boolean;
            passed: number;
            playbook: {
                /** Format: uuid */
                id: string;
                slug: string;
                title: string;
            };
            position: number;
            revision: {
                consentText: string;
                copy: {
                    button?: string;
                    headline?: string;
                    promise?: string;
                };
                eligibilityRule: components["schemas"]["Rule"];
                eligibilitySentence: string;
                /** Format: uuid */
                id: string;
                newsletterText: string | null;
                number: number;
                /** Format: date-time */
                publishedAt: string;
                questions: components["schemas"]["GateQuestion"][];
            };
            /** @description people who began to fill it in or passed */
            views: number;
        };
        GateAnswers: {
            /** @default {} */
            answers: {
                [key: string]: string;
            };
            /** @default null */
            c: string | null;
            carried?: {
                /** @default {} */
                answers: {
                    [key: string]: components["schemas"]["__shared"];
                };
                /** @default [] */
                done: string[];
            };
            elapsedMs?: number;
            /** @description e-mail address; kept in lower case, its domain in ASCII */
            email: string;
            /** @default false */
            newsletter: boolean;
            /** @description left empty by people */
            website?: string;
        };
        GateAnswersInput: {
            /** @default {} */
            answers: {
                [key: string]: string;
            };
            /** @default null */
            c: string | null;
            carried?: {
                /** @default {} */
                answers: {
                    [key: string]: components["schemas"]["__shared"];
                };
                /** @default [] */
                done: string[];
            };
            elapsedMs?: number;
            /** @description e-mail address; kept in lower case, its domain in ASCII */
            email: string;
            /** @default false */
            newsletter: boolean;
            /** @description left empty by people */
            website?: string;
        };
        GateChange: {
            consentText?: string;
            copy?: {
                button?: string;
                headline?: string;
                promise?: string;
            };
            eligibilityRule?: components["schemas"]["Rule"];
            isActive?: boolean;
            newsletterText?: string | null;
            position?: number;
            questions?: components["schemas"]["GateQuestion"][];
        };
        GateChangeInput: {
            consentText?: string;
            copy?: {
                button?: string;
                headline?: string;
                promise?: string;
            };
            eligibilityRule?: components["schemas"]["RuleInput"];
            isActive?: boolean;
            newsletterText?: string | null;
            position?: number;
            questions?: components["schemas"]["GateQuestionInput"][];
        };
        GateCopy: {
            button: string;
            headline: string;
            promise: string;
        };
        GateCopyInput: {
            button: string;
            headline: string;
            promise: string;
        };
        GateInput: {
            /** Format: uuid */
            id: string;
            isActive: boolean;
            passed: number;
            playbook: {
                /** Format: uuid */
                id: string;
                slug: string;
                title: string;
            };
            position: number;
            revision: {
                consentText: string;
                copy: {
                    button?: string;
                    headline?: string;
                    promise?: string;
                };
                eligibilityRule: components["schemas"]["RuleInput"];
                eligibilitySentence: string;
                /** Format: uuid */
                id: string;
                newsletterText: string | null;
                number: number;
                /** Format: date-time */
                publishedAt: string;
                questions: components["schemas"]["GateQuestionInput"][];
            };
            /** @description people who began to fill it in or passed */
            views: number;
        };
        GatePassed: {
            didYouMean: string | null;
            mailTo: string;
            opened: {
                from: number;
                to: number;
            };
            url: string;
        };
        GatePassedInput: {
            didYouMean: string | null;
            mailTo: string;
            opened: {
                from: number;
                to: number;
            };
            url: string;
        };
        GateQuestion: {
            /** @default  */
            help: string;
            id: string;
            /** @default true */
            isRequired: boolean;
            /** @enum {string} */
            kind: "choice" | "text";
            /** @default [] */
            options: {
                label: string;
                /**
                 * @description what this answer adds to fit
                 * @default 0
                 */
                points: number;
                value: string;
            }[];
            text: string;
            /**
             * @description rises when the words change; older answers are kept apart
             * @default 1
             */
            version: number;
        };
        GateQuestionInput: {
            /** @default  */
            help: string;
            id: string;
            /** @default true */
            isRequired: boolean;
            /** @enum {string} */
            kind: "choice" | "text";
            /** @default [] */
            options: {
                label: string;
                /**
                 * @description what this answer adds to fit
                 * @default 0
                 */
                points: number;
                value: string;
            }[];
            text: string;
            /**
             * @description rises when the words change; older answers are kept apart
             * @default 1
             */
            version: number;
        };
        Health: {
            services: {
                ai: components["schemas"]["ServiceState"];
                database: components["schemas"]["ServiceState"];
                jobs: components["schemas"]["ServiceState"];
                mail: components["schemas"]["ServiceState"];
                payments: components["schemas"]["ServiceState"];
            };
            /** @enum {string} */
            status: "healthy" | "failing";
        };
        HealthInput: {
            services: {
                ai: components["schemas"]["ServiceStateInput"];
                database: components["schemas"]["ServiceStateInput"];
                jobs: components["schemas"]["ServiceStateInput"];
                mail: components["schemas"]["ServiceStateInput"];
                payments: components["schemas"]["ServiceStateInput"];
            };
            /** @enum {string} */
            status: "healthy" | "failing";
        };
        Home: {
            brief: {
                /** Format: date-time */
                madeAt: string;
                maker: string;
                /** @description the same sentence in pieces: a piece with rowsQuery opens its rows */
                parts: {
                    rowsQuery: string | null;
                    text: string;
                }[];
                sentence: string;
            };
            changes: {
                /** Format: date-time */
                at: string;
                href: string | null;
                sentence: string;
            }[];
            currency: string;
            days: number;
            /** @description whether there is no source yet */
            firstRun: boolean;
            money: {
                amountMinor: number;
                week: string;
            }[];
            numbers: components["schemas"]["KeyNumber"][];
            today: {
                href: string;
                sentence: string;
            }[];
        };
        HomeInput: {
            brief: {
                /** Format: date-time */
                madeAt: string;
                maker: string;
                /** @description the same sentence in pieces: a piece with rowsQuery opens its rows */
                parts: {
                    rowsQuery: string | null;
                    text: string;
                }[];
                sentence: string;
            };
            changes: {
                /** Format: date-time */
                at: string;
                href: string | null;
                sentence: string;
            }[];
            currency: string;
            days: number;
            /** @description whether there is no source yet */
            firstRun: boolean;
            money: {
                amountMinor: number;
                week: string;
            }[];
            numbers: components["schemas"]["KeyNumberInput"][];
            today: {
                href: string;
                sentence: string;
            }[];
        };
        Invitation: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "admin" | "member" | "expert" | "subscriber";
            workspaceIds: string[] | null;
        };
        InvitationInput: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            role: "admin" | "member" | "expert" | "subscriber";
            workspaceIds: string[] | null;
        };
        InvitationPreview: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description whether that address signs in, or makes an account first */
            hasAccount: boolean;
            inviter: string | null;
            organization: string;
            /** @enum {string} */
            role: "admin" | "member" | "expert" | "subscriber";
        };
        InvitationPreviewInput: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description whether that address signs in, or makes an account first */
            hasAccount: boolean;
            inviter: string | null;
            organization: string;
            /** @enum {string} */
            role: "admin" | "member" | "expert" | "subscriber";
        };
        Job: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            id: string;
            lastError: string | null;
            maxAttempts: number;
            name: string;
            /**
             * Format: date-time
             * @description when it runs next
             */
            runAt: string;
            /** @enum {string} */
            state: "waiting" | "running" | "retrying" | "dead";
        };
        JobInput: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            id: string;
            lastError: string | null;
            maxAttempts: number;
            name: string;
            /**
             * Format: date-time
             * @description when it runs next
             */
            runAt: string;
            /** @enum {string} */
            state: "waiting" | "running" | "retrying" | "dead";
        };
        KeyNumber: {
            /** @enum {string} */
            format: "count" | "share" | "money";
            high: number | null;
            key: string;
            label: string;
            low: number | null;
            n: number | null;
            /** @description name for GET /rows: the rows behind the number */
            rowsQuery: string | null;
            target: number | null;
            value: number | null;
        };
        KeyNumberInput: {
            /** @enum {string} */
            format: "count" | "share" | "money";
            high: number | null;
            key: string;
            label: string;
            low: number | null;
            n: number | null;
            /** @description name for GET /rows: the rows behind the number */
            rowsQuery: string | null;
            target: number | null;
            value: number | null;
        };
        Lead: {
            answers: {
                answer: string;
                /** Format: date-time */
                at: string;
                isNewest: boolean;
                question: string;
                questionId: string;
                value: string;
            }[];
            /** Format: date-time */
            capturedAt: string;
            company: string | null;
            confirmedAt: string | null;
            consents: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                id: string;
                page: string | null;
                purpose: string;
                /** @enum {string} */
                state: "granted" | "confirmed" | "withdrawn";
                text: string;
                version: string | null;
            }[];
            details: {
                company: string | null;
                companyDomain: string | null;
                country: string | null;
                custom: {
                    [key: string]: components["schemas"]["__shared"];
                };
                firstName: string | null;
                jobTitle: string | null;
                language: string | null;
                lastName: string | null;
                owner: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                phone: string | null;
                source: string;
                suspectReason: string | null;
                timeZone: string | null;
                website: string | null;
            };
            email: string;
            engagementScore: number;
            firstTouch: {
                click: {
                    /** Format: date-time */
                    at: string;
                    /** Format: uuid */
                    id: string;
                    referrer: string | null;
                } | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
                passages: {
                    end: number;
                    id: string | null;
                    quote: string;
                    source: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    } | null;
                    start: number;
                }[];
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
                stepPosition: number | null;
                stepTitle: string | null;
                version: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                } | null;
            };
            fitScore: number;
            grade: string | null;
            /** Format: uuid */
            id: string;
            isSuspect: boolean;
            likelihood: {
                model: string;
                reasons: {
                    points: number;
                    reason: string;
                }[];
                value: number;
            } | null;
            /** @description the e-mail while no name is known */
            name: string;
            next: {
                at: string | null;
                kind: string;
                sentence: string;
            } | null;
            path: {
                at: string | null;
                label: string;
                stage: string;
            }[];
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            quietDays: number;
            scores: {
                engagement: components["schemas"]["Score"];
                fit: components["schemas"]["Score"];
            };
            segments: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            source: {
                channel: string | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                } | null;
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
            };
            /** @enum {string} */
            stage: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
            trialEligible: {
                reason: string;
                value: boolean;
            } | null;
        };
        LeadChange: {
            company?: string | null;
            country?: string | null;
            firstName?: string | null;
            isSuspect?: boolean;
            jobTitle?: string | null;
            language?: string | null;
            lastName?: string | null;
            name?: string | null;
            ownerId?: string | null;
            phone?: string | null;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            /** @enum {string} */
            stage?: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status?: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
            timeZone?: string | null;
            website?: string | null;
        };
        LeadChangeInput: {
            company?: string | null;
            country?: string | null;
            firstName?: string | null;
            isSuspect?: boolean;
            jobTitle?: string | null;
            language?: string | null;
            lastName?: string | null;
            name?: string | null;
            ownerId?: string | null;
            phone?: string | null;
            /** @enum {string} */
            priority?: "low" | "medium" | "high";
            /** @enum {string} */
            stage?: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status?: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
            timeZone?: string | null;
            website?: string | null;
        };
        LeadCounts: {
            byStage: {
                [key: string]: number;
            };
            total: number;
        };
        LeadCountsInput: {
            byStage: {
                [key: string]: number;
            };
            total: number;
        };
        LeadImport: {
            /** @description on what ground these people may be written to */
            consentBasis?: string;
            /**
             * @description look without keeping anything
             * @default true
             */
            dryRun: boolean;
            rows: {
                [key: string]: string | number | null;
            }[];
        };
        LeadImported: {
            added: number;
            /** @description null for a dry run */
            id: string | null;
            rejected: {
                code: string;
                reason: string;
                /** @description from 1 */
                row: number;
            }[];
            sentence: string;
            total: number;
            updated: number;
        };
        LeadImportedInput: {
            added: number;
            /** @description null for a dry run */
            id: string | null;
            rejected: {
                code: string;
                reason: string;
                /** @description from 1 */
                row: number;
            }[];
            sentence: string;
            total: number;
            updated: number;
        };
        LeadImportInput: {
            /** @description on what ground these people may be written to */
            consentBasis?: string;
            /**
             * @description look without keeping anything
             * @default true
             */
            dryRun: boolean;
            rows: {
                [key: string]: string | number | null;
            }[];
        };
        LeadInput: {
            answers: {
                answer: string;
                /** Format: date-time */
                at: string;
                isNewest: boolean;
                question: string;
                questionId: string;
                value: string;
            }[];
            /** Format: date-time */
            capturedAt: string;
            company: string | null;
            confirmedAt: string | null;
            consents: {
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                id: string;
                page: string | null;
                purpose: string;
                /** @enum {string} */
                state: "granted" | "confirmed" | "withdrawn";
                text: string;
                version: string | null;
            }[];
            details: {
                company: string | null;
                companyDomain: string | null;
                country: string | null;
                custom: {
                    [key: string]: components["schemas"]["__shared"];
                };
                firstName: string | null;
                jobTitle: string | null;
                language: string | null;
                lastName: string | null;
                owner: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                } | null;
                phone: string | null;
                source: string;
                suspectReason: string | null;
                timeZone: string | null;
                website: string | null;
            };
            email: string;
            engagementScore: number;
            firstTouch: {
                click: {
                    /** Format: date-time */
                    at: string;
                    /** Format: uuid */
                    id: string;
                    referrer: string | null;
                } | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
                passages: {
                    end: number;
                    id: string | null;
                    quote: string;
                    source: {
                        /** Format: uuid */
                        id: string;
                        title: string;
                    } | null;
                    start: number;
                }[];
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
                stepPosition: number | null;
                stepTitle: string | null;
                version: {
                    /** Format: uuid */
                    id: string;
                    number: number;
                } | null;
            };
            fitScore: number;
            grade: string | null;
            /** Format: uuid */
            id: string;
            isSuspect: boolean;
            likelihood: {
                model: string;
                reasons: {
                    points: number;
                    reason: string;
                }[];
                value: number;
            } | null;
            /** @description the e-mail while no name is known */
            name: string;
            next: {
                at: string | null;
                kind: string;
                sentence: string;
            } | null;
            path: {
                at: string | null;
                label: string;
                stage: string;
            }[];
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            quietDays: number;
            scores: {
                engagement: components["schemas"]["ScoreInput"];
                fit: components["schemas"]["ScoreInput"];
            };
            segments: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            source: {
                channel: string | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                } | null;
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
            };
            /** @enum {string} */
            stage: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
            trialEligible: {
                reason: string;
                value: boolean;
            } | null;
        };
        LeadMessage: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            reason: string | null;
            sentAt: string | null;
            state: string;
            stream: string;
            subject: string;
            text: string;
        };
        LeadMessageInput: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            id: string;
            kind: string;
            reason: string | null;
            sentAt: string | null;
            state: string;
            stream: string;
            subject: string;
            text: string;
        };
        LeadSummary: {
            /** Format: date-time */
            capturedAt: string;
            company: string | null;
            confirmedAt: string | null;
            email: string;
            engagementScore: number;
            fitScore: number;
            grade: string | null;
            /** Format: uuid */
            id: string;
            isSuspect: boolean;
            /** @description the e-mail while no name is known */
            name: string;
            next: {
                at: string | null;
                kind: string;
                sentence: string;
            } | null;
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            quietDays: number;
            segments: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            source: {
                channel: string | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                } | null;
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
            };
            /** @enum {string} */
            stage: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
        };
        LeadSummaryInput: {
            /** Format: date-time */
            capturedAt: string;
            company: string | null;
            confirmedAt: string | null;
            email: string;
            engagementScore: number;
            fitScore: number;
            grade: string | null;
            /** Format: uuid */
            id: string;
            isSuspect: boolean;
            /** @description the e-mail while no name is known */
            name: string;
            next: {
                at: string | null;
                kind: string;
                sentence: string;
            } | null;
            /** @enum {string} */
            priority: "low" | "medium" | "high";
            quietDays: number;
            segments: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            source: {
                channel: string | null;
                link: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                } | null;
                playbook: {
                    /** Format: uuid */
                    id: string;
                    slug: string;
                    title: string;
                } | null;
            };
            /** @enum {string} */
            stage: "captured" | "trial" | "hand_raised" | "video" | "checkout" | "customer";
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "nurturing" | "won" | "lost" | "archived";
        };
        Link: {
            archivedAt: string | null;
            clicks: {
                machines: number;
                people: number;
                raw: number;
            };
            /** Format: date-time */
            createdAt: string;
            formerSlugs: string[];
            /** Format: uuid */
            id: string;
            purpose: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            shortUrl: string;
            slug: string;
            target: {
                /** @enum {string} */
                kind: "playbook" | "url";
                playbookId: string | null;
                playbookSlug: string | null;
                title: string | null;
                url: string;
            };
            title: string;
            utm: components["schemas"]["Utm"];
        };
        LinkChange: {
            purpose?: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            slug?: string;
            title?: string;
            utm?: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            };
        };
        LinkChangeInput: {
            purpose?: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            slug?: string;
            title?: string;
            utm?: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            };
        };
        LinkInput: {
            archivedAt: string | null;
            clicks: {
                machines: number;
                people: number;
                raw: number;
            };
            /** Format: date-time */
            createdAt: string;
            formerSlugs: string[];
            /** Format: uuid */
            id: string;
            purpose: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            shortUrl: string;
            slug: string;
            target: {
                /** @enum {string} */
                kind: "playbook" | "url";
                playbookId: string | null;
                playbookSlug: string | null;
                title: string | null;
                url: string;
            };
            title: string;
            utm: components["schemas"]["UtmInput"];
        };
        LinkPerformance: {
            leads: number;
            /** Format: uuid */
            linkId: string;
            moneyMinor: number;
        };
        LinkPerformanceInput: {
            leads: number;
            /** Format: uuid */
            linkId: string;
            moneyMinor: number;
        };
        MadeApiKey: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description shown this once */
            key: string;
            lastUsedAt: string | null;
            name: string;
            /** @description null: every scope */
            scopes: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[] | null;
            /** @description first characters, to tell keys apart */
            start: string;
        };
        MadeApiKeyInput: {
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
            /** @description shown this once */
            key: string;
            lastUsedAt: string | null;
            name: string;
            /** @description null: every scope */
            scopes: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[] | null;
            /** @description first characters, to tell keys apart */
            start: string;
        };
        Me: {
            key: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            kind: "user" | "key";
            organizations: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description null for experts and subscribers of its workspaces */
                role: ("owner" | "admin" | "member") | null;
                slug: string;
            }[];
            user: {
                email: string;
                emailVerified: boolean;
                /** Format: uuid */
                id: string;
                name: string;
                twoFactorEnabled: boolean;
            } | null;
            /**
             * @description how you proved who you are
             * @enum {string}
             */
            via: "cookie" | "session-token" | "access-token" | "api-key";
            workspaces: components["schemas"]["MyWorkspace"][];
        };
        MeInput: {
            key: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @enum {string} */
            kind: "user" | "key";
            organizations: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @description null for experts and subscribers of its workspaces */
                role: ("owner" | "admin" | "member") | null;
                slug: string;
            }[];
            user: {
                email: string;
                emailVerified: boolean;
                /** Format: uuid */
                id: string;
                name: string;
                twoFactorEnabled: boolean;
            } | null;
            /**
             * @description how you proved who you are
             * @enum {string}
             */
            via: "cookie" | "session-token" | "access-token" | "api-key";
            workspaces: components["schemas"]["MyWorkspaceInput"][];
        };
        Member: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "member";
            /** Format: uuid */
            userId: string;
            /** @description null: sees every workspace */
            workspaceIds: string[] | null;
        };
        MemberInput: {
            /** Format: date-time */
            createdAt: string;
            email: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "admin" | "member";
            /** Format: uuid */
            userId: string;
            /** @description null: sees every workspace */
            workspaceIds: string[] | null;
        };
        Message: {
            attempts: number;
            bouncedAt: string | null;
            campaignId: string | null;
            /** Format: date-time */
            createdAt: string;
            enrollmentId: string | null;
            from: {
                email: string;
                name: string | null;
            };
            /** Format: uuid */
            id: string;
            kind: string;
            leadId: string | null;
            /** @description when it moves next by itself */
            nextAttemptAt: string | null;
            /** @description the same as a sentence */
            reason: string | null;
            /** @description stable name of why it is not sent */
            reasonCode: string | null;
            /** Format: date-time */
            sendAt: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "held" | "failed" | "bounced" | "unconfirmed" | "cancelled";
            /** @enum {string} */
            stream: "transactional" | "marketing" | "outreach";
            subject: string;
            to: {
                email: string;
                name: string | null;
            };
            /** @description where the last attempt went; the catcher is the local stand-in */
            transport: ("catcher" | "smtp") | null;
        };
        MessageInput: {
            attempts: number;
            bouncedAt: string | null;
            campaignId: string | null;
            /** Format: date-time */
            createdAt: string;
            enrollmentId: string | null;
            from: {
                email: string;
                name: string | null;
            };
            /** Format: uuid */
            id: string;
            kind: string;
            leadId: string | null;
            /** @description when it moves next by itself */
            nextAttemptAt: string | null;
            /** @description the same as a sentence */
            reason: string | null;
            /** @description stable name of why it is not sent */
            reasonCode: string | null;
            /** Format: date-time */
            sendAt: string;
            sentAt: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "held" | "failed" | "bounced" | "unconfirmed" | "cancelled";
            /** @enum {string} */
            stream: "transactional" | "marketing" | "outreach";
            subject: string;
            to: {
                email: string;
                name: string | null;
            };
            /** @description where the last attempt went; the catcher is the local stand-in */
            transport: ("catcher" | "smtp") | null;
        };
        MessageRecord: {
            attemptLog: {
                endedAt: string | null;
                number: number;
                outcome: ("accepted" | "refused" | "deferred" | "not-reached" | "unknown") | null;
                response: string | null;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                transport: "catcher" | "smtp";
            }[];
            attempts: number;
            bouncedAt: string | null;
            campaignId: string | null;
            /** Format: date-time */
            createdAt: string;
            enrollmentId: string | null;
            from: {
                email: string;
                name: string | null;
            };
            html: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            leadId: string | null;
            /** @description when it moves next by itself */
            nextAttemptAt: string | null;
            /** @description the same as a sentence */
            reason: string | null;
            /** @description stable name of why it is not sent */
            reasonCode: string | null;
            rfcMessageId: string;
            /** Format: date-time */
            sendAt: string;
            sentAt: string | null;
            smtpCode: number | null;
            smtpResponse: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "held" | "failed" | "bounced" | "unconfirmed" | "cancelled";
            /** @enum {string} */
            stream: "transactional" | "marketing" | "outreach";
            subject: string;
            text: string;
            to: {
                email: string;
                name: string | null;
            };
            /** @description where the last attempt went; the catcher is the local stand-in */
            transport: ("catcher" | "smtp") | null;
        };
        MessageRecordInput: {
            attemptLog: {
                endedAt: string | null;
                number: number;
                outcome: ("accepted" | "refused" | "deferred" | "not-reached" | "unknown") | null;
                response: string | null;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                transport: "catcher" | "smtp";
            }[];
            attempts: number;
            bouncedAt: string | null;
            campaignId: string | null;
            /** Format: date-time */
            createdAt: string;
            enrollmentId: string | null;
            from: {
                email: string;
                name: string | null;
            };
            html: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            leadId: string | null;
            /** @description when it moves next by itself */
            nextAttemptAt: string | null;
            /** @description the same as a sentence */
            reason: string | null;
            /** @description stable name of why it is not sent */
            reasonCode: string | null;
            rfcMessageId: string;
            /** Format: date-time */
            sendAt: string;
            sentAt: string | null;
            smtpCode: number | null;
            smtpResponse: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "held" | "failed" | "bounced" | "unconfirmed" | "cancelled";
            /** @enum {string} */
            stream: "transactional" | "marketing" | "outreach";
            subject: string;
            text: string;
            to: {
                email: string;
                name: string | null;
            };
            /** @description where the last attempt went; the catcher is the local stand-in */
            transport: ("catcher" | "smtp") | null;
        };
        Money: {
            amountMinor: number;
            currency: string;
        };
        MoneyInput: {
            amountMinor: number;
            currency: string;
        };
        MyWorkspace: {
            currency: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "normal" | "sample" | "system";
            name: string;
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string;
            } | null;
            organizationId: string | null;
            /** @description what you may do in it */
            permissions: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[];
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "expert" | "subscriber";
            slug: string;
            timeZone: string;
        };
        MyWorkspaceInput: {
            currency: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "normal" | "sample" | "system";
            name: string;
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                slug: string;
            } | null;
            organizationId: string | null;
            /** @description what you may do in it */
            permissions: ("workspace.read" | "workspace.manage" | "experts.read" | "experts.write" | "sources.read" | "sources.write" | "playbooks.read" | "playbooks.write" | "playbooks.comment" | "playbooks.publish" | "reviews.read" | "reviews.write" | "templates.read" | "templates.write" | "links.read" | "links.write" | "posts.read" | "posts.write" | "posts.publish" | "channels.read" | "channels.manage" | "relationships.read" | "relationships.write" | "mentions.read" | "mentions.write" | "gates.read" | "gates.write" | "leads.read" | "leads.write" | "leads.export" | "segments.read" | "segments.write" | "scoring.read" | "scoring.write" | "sequences.read" | "sequences.write" | "sequences.launch" | "clones.read" | "clones.write" | "clones.publish" | "trials.read" | "trials.write" | "signals.read" | "signals.write" | "videos.read" | "videos.write" | "videos.deliver" | "offers.read" | "offers.write" | "offers.publish" | "orders.read" | "orders.refund" | "campaigns.read" | "campaigns.write" | "campaigns.launch" | "prospects.read" | "prospects.write" | "mailboxes.read" | "mailboxes.manage" | "inbox.read" | "inbox.write" | "insights.read" | "insights.write" | "actions.read" | "actions.approve" | "policy.read" | "policy.write" | "tasks.read" | "tasks.write" | "conversations.read" | "conversations.write" | "briefs.read" | "analytics.read" | "experiments.read" | "experiments.write" | "experiments.launch" | "files.read" | "files.write" | "events.read" | "mail.read" | "mail.manage" | "standins.read" | "running.read" | "jobs.read" | "jobs.retry" | "usage.read" | "connections.read" | "connections.manage" | "webhooks.read" | "webhooks.manage" | "api-keys.read" | "api-keys.manage" | "audit.read" | "members.read" | "members.invite" | "members.manage" | "organization.read" | "organization.manage" | "organization.billing" | "organization.delete" | "workspaces.read" | "workspaces.create" | "own-playbooks.read" | "own-playbooks.comment" | "own-playbooks.approve" | "own-funnel.read" | "own-share.read" | "own-clone.correct" | "own-library.read" | "own-progress.write" | "own-purchases.read")[];
            /** @enum {string} */
            role: "owner" | "admin" | "member" | "expert" | "subscriber";
            slug: string;
            timeZone: string;
        };
        NewComment: {
            body: string;
            stepId?: string;
        };
        NewCommentInput: {
            body: string;
            stepId?: string;
        };
        NewExpert: {
            /** @default  */
            bio: string;
            /** Format: email */
            email?: string;
            name: string;
            /** @default  */
            trade: string;
        };
        NewExpertInput: {
            /** @default  */
            bio: string;
            /** Format: email */
            email?: string;
            name: string;
            /** @default  */
            trade: string;
        };
        NewLead: {
            company?: string;
            /** @description on what ground they may be written to, in your words */
            consentBasis?: string;
            country?: string;
            /** @description e-mail address; kept in lower case, its domain in ASCII */
            email: string;
            firstName?: string;
            jobTitle?: string;
            language?: string;
            lastName?: string;
            name?: string;
            phone?: string;
            timeZone?: string;
            website?: string;
        };
        NewLeadInput: {
            company?: string;
            /** @description on what ground they may be written to, in your words */
            consentBasis?: string;
            country?: string;
            /** @description e-mail address; kept in lower case, its domain in ASCII */
            email: string;
            firstName?: string;
            jobTitle?: string;
            language?: string;
            lastName?: string;
            name?: string;
            phone?: string;
            timeZone?: string;
            website?: string;
        };
        NewLink: {
            /** Format: uuid */
            playbookId?: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            slug?: string;
            /** @default  */
            title: string;
            url?: string;
            /** @default {} */
            utm: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            };
        };
        NewLinkInput: {
            /** Format: uuid */
            playbookId?: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            slug?: string;
            /** @default  */
            title: string;
            url?: string;
            /** @default {} */
            utm: {
                campaign?: string | null;
                content?: string | null;
                medium?: string | null;
                source?: string | null;
                term?: string | null;
            };
        };
        NewPlaybook: {
            /** Format: uuid */
            expertId?: string;
            /**
             * @default audience_building
             * @enum {string}
             */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            /**
             * @description sources to compose a first draft from
             * @default []
             */
            sourceIds: string[];
            title?: string;
        };
        NewPlaybookInput: {
            /** Format: uuid */
            expertId?: string;
            /**
             * @default audience_building
             * @enum {string}
             */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            /**
             * @description sources to compose a first draft from
             * @default []
             */
            sourceIds: string[];
            title?: string;
        };
        NewSavedView: {
            /** @default true */
            isShared: boolean;
            /**
             * @default leads
             * @enum {string}
             */
            list: "leads";
            name: string;
            /** @default {} */
            query: {
                columns?: string[];
                /** @enum {string} */
                confirmed?: "yes" | "no";
                /** @description grades such as A1, separated by commas */
                grade?: string;
                /** Format: uuid */
                playbook?: string;
                /** @description part of a name, e-mail or company */
                q?: string;
                /** @description quiet for at least that many days */
                quietDays?: number;
                /** @description ids of segments, separated by commas: in all of them */
                segment?: string;
                /** @enum {string} */
                sort?: "newest" | "quiet" | "name" | "fit" | "engagement";
                /** @description stages, separated by commas */
                stage?: string;
                /** @enum {string} */
                suspect?: "yes" | "no";
            };
        };
        NewSavedViewInput: {
            /** @default true */
            isShared: boolean;
            /**
             * @default leads
             * @enum {string}
             */
            list: "leads";
            name: string;
            /** @default {} */
            query: {
                columns?: string[];
                /** @enum {string} */
                confirmed?: "yes" | "no";
                /** @description grades such as A1, separated by commas */
                grade?: string;
                /** Format: uuid */
                playbook?: string;
                /** @description part of a name, e-mail or company */
                q?: string;
                /** @description quiet for at least that many days */
                quietDays?: number;
                /** @description ids of segments, separated by commas: in all of them */
                segment?: string;
                /** @enum {string} */
                sort?: "newest" | "quiet" | "name" | "fit" | "engagement";
                /** @description stages, separated by commas */
                stage?: string;
                /** @enum {string} */
                suspect?: "yes" | "no";
            };
        };
        NewSegment: {
            /** @default  */
            description: string;
            name: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            rule: components["schemas"]["Rule"];
            slug?: string;
        };
        NewSegmentInput: {
            /** @default  */
            description: string;
            name: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            rule: components["schemas"]["RuleInput"];
            slug?: string;
        };
        NewSource: {
            /** Format: uuid */
            expertId?: string;
            /** @constant */
            kind: "paste";
            text: string;
            title?: string;
        } | {
            /** Format: uuid */
            expertId?: string;
            /** @constant */
            kind: "url";
            title?: string;
            url: string;
        };
        NewSourceInput: {
            /** Format: uuid */
            expertId?: string;
            /** @constant */
            kind: "paste";
            text: string;
            title?: string;
        } | {
            /** Format: uuid */
            expertId?: string;
            /** @constant */
            kind: "url";
            title?: string;
            url: string;
        };
        NewVersion: {
            /** @default  */
            note: string;
            /** @description publishes although a criterion is below; stays visible on the version */
            overrideReason?: string;
        };
        NewVersionInput: {
            /** @default  */
            note: string;
            /** @description publishes although a criterion is below; stays visible on the version */
            overrideReason?: string;
        };
        Note: {
            author: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
        };
        NoteInput: {
            author: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
        };
        Organization: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description whether the limits of the plan hold */
            limitsOn: boolean;
            name: string;
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            slug: string;
        };
        OrganizationInput: {
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description whether the limits of the plan hold */
            limitsOn: boolean;
            name: string;
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            slug: string;
        };
        Passage: {
            end: number;
            heading: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            page: number | null;
            quote: string;
            speaker: string | null;
            start: number;
            timeMs: number | null;
            usedIn: components["schemas"]["PassageUse"][];
        };
        PassageInContext: {
            after: string;
            before: string;
            end: number;
            /** Format: uuid */
            id: string;
            page: number | null;
            quote: string;
            source: {
                /** Format: uuid */
                id: string;
                kind: string;
                title: string;
            };
            speaker: string | null;
            start: number;
            timeMs: number | null;
            /** @description whether the source still says exactly this at these offsets */
            wordForWord: boolean;
        };
        PassageInContextInput: {
            after: string;
            before: string;
            end: number;
            /** Format: uuid */
            id: string;
            page: number | null;
            quote: string;
            source: {
                /** Format: uuid */
                id: string;
                kind: string;
                title: string;
            };
            speaker: string | null;
            start: number;
            timeMs: number | null;
            /** @description whether the source still says exactly this at these offsets */
            wordForWord: boolean;
        };
        PassageInput: {
            end: number;
            heading: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            page: number | null;
            quote: string;
            speaker: string | null;
            start: number;
            timeMs: number | null;
            usedIn: components["schemas"]["PassageUseInput"][];
        };
        PassageUse: {
            /** Format: uuid */
            playbookId: string;
            playbookSlug: string;
            playbookTitle: string;
            stepPosition: number;
            stepTitle: string;
        };
        PassageUseInput: {
            /** Format: uuid */
            playbookId: string;
            playbookSlug: string;
            playbookTitle: string;
            stepPosition: number;
            stepTitle: string;
        };
        Person: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PersonInput: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        Playbook: {
            archivedAt: string | null;
            currentVersion: {
                /** Format: uuid */
                id: string;
                number: number;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            draft: {
                content: components["schemas"]["Draft"];
                /** @description whether the draft differs from the published version */
                differs: boolean;
                revision: number;
                savedAt: string | null;
                savedBy: components["schemas"]["Person"] | null;
                steps: number;
            };
            expert: components["schemas"]["ExpertName"] | null;
            extraction: components["schemas"]["Extraction"] | null;
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            language: string;
            /** @description letters of the criteria below their threshold in the last review */
            lettersBelow: string[];
            methodologyType: string | null;
            outcome: string;
            pain: string;
            publicUrl: string | null;
            /** @enum {string} */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            seo: components["schemas"]["Seo"];
            slug: string;
            sources: {
                /** Format: uuid */
                id: string;
                kind: string;
                title: string;
            }[];
            targetAudience: string;
            title: string;
            trialPosition: number | null;
            /** Format: date-time */
            updatedAt: string;
        };
        PlaybookChange: {
            expertId?: string | null;
            gatePosition?: number | null;
            language?: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            seo?: components["schemas"]["Seo"];
            slug?: string;
            trialPosition?: number | null;
        };
        PlaybookChangeInput: {
            expertId?: string | null;
            gatePosition?: number | null;
            language?: string;
            /** @enum {string} */
            purpose?: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            seo?: components["schemas"]["SeoInput"];
            slug?: string;
            trialPosition?: number | null;
        };
        PlaybookInput: {
            archivedAt: string | null;
            currentVersion: {
                /** Format: uuid */
                id: string;
                number: number;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            draft: {
                content: components["schemas"]["DraftInput"];
                /** @description whether the draft differs from the published version */
                differs: boolean;
                revision: number;
                savedAt: string | null;
                savedBy: components["schemas"]["PersonInput"] | null;
                steps: number;
            };
            expert: components["schemas"]["ExpertNameInput"] | null;
            extraction: components["schemas"]["ExtractionInput"] | null;
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            language: string;
            /** @description letters of the criteria below their threshold in the last review */
            lettersBelow: string[];
            methodologyType: string | null;
            outcome: string;
            pain: string;
            publicUrl: string | null;
            /** @enum {string} */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            seo: components["schemas"]["SeoInput"];
            slug: string;
            sources: {
                /** Format: uuid */
                id: string;
                kind: string;
                title: string;
            }[];
            targetAudience: string;
            title: string;
            trialPosition: number | null;
            /** Format: date-time */
            updatedAt: string;
        };
        PlaybookPerformance: {
            emailRate: components["schemas"]["Proportion"] | null;
            leads: number;
            moneyMinor: number;
            /** Format: uuid */
            playbookId: string;
            readers: number;
        };
        PlaybookPerformanceInput: {
            emailRate: components["schemas"]["ProportionInput"] | null;
            leads: number;
            moneyMinor: number;
            /** Format: uuid */
            playbookId: string;
            readers: number;
        };
        PlaybookSummary: {
            archivedAt: string | null;
            currentVersion: {
                /** Format: uuid */
                id: string;
                number: number;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            draft: {
                /** @description whether the draft differs from the published version */
                differs: boolean;
                revision: number;
                savedAt: string | null;
                steps: number;
            };
            expert: components["schemas"]["ExpertName"] | null;
            /** Format: uuid */
            id: string;
            /** @description letters of the criteria below their threshold in the last review */
            lettersBelow: string[];
            publicUrl: string | null;
            /** @enum {string} */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            slug: string;
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        PlaybookSummaryInput: {
            archivedAt: string | null;
            currentVersion: {
                /** Format: uuid */
                id: string;
                number: number;
                /** Format: date-time */
                publishedAt: string;
            } | null;
            draft: {
                /** @description whether the draft differs from the published version */
                differs: boolean;
                revision: number;
                savedAt: string | null;
                steps: number;
            };
            expert: components["schemas"]["ExpertNameInput"] | null;
            /** Format: uuid */
            id: string;
            /** @description letters of the criteria below their threshold in the last review */
            lettersBelow: string[];
            publicUrl: string | null;
            /** @enum {string} */
            purpose: "internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community";
            slug: string;
            title: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Problem: {
            /** @description what happened, what is safe and what to do */
            detail: string;
            errors?: {
                detail: string;
                /** @description JSON pointer of the field */
                pointer: string;
            }[];
            /** @description correlation id; quote it when you ask for help */
            instance: string;
            status: number;
            title: string;
            /** @description what kind of problem, stable across releases */
            type: string;
        };
        ProblemInput: {
            /** @description what happened, what is safe and what to do */
            detail: string;
            errors?: {
                detail: string;
                /** @description JSON pointer of the field */
                pointer: string;
            }[];
            /** @description correlation id; quote it when you ask for help */
            instance: string;
            status: number;
            title: string;
            /** @description what kind of problem, stable across releases */
            type: string;
        };
        /** @description a share of 0 to 1 with its 95 % interval and sample size */
        Proportion: {
            high: number;
            low: number;
            n: number;
            value: number;
        };
        /** @description a share of 0 to 1 with its 95 % interval and sample size */
        ProportionInput: {
            high: number;
            low: number;
            n: number;
            value: number;
        };
        Review: {
            blockedBy: ("goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof")[];
            composer: string;
            /** Format: date-time */
            createdAt: string;
            draftRevision: number;
            findings: components["schemas"]["Finding"][];
            /** Format: uuid */
            id: string;
            lowest: number;
            /** @description every criterion reaches its threshold */
            passed: boolean;
            scores: {
                /** @enum {string} */
                criterion: "goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof";
                evidence: string;
                findings: number;
                letter: string;
                name: string;
                score: number;
                threshold: number;
                /** @enum {string} */
                word: "GOLDEN" | "SHARP";
            }[];
        };
        ReviewInput: {
            blockedBy: ("goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof")[];
            composer: string;
            /** Format: date-time */
            createdAt: string;
            draftRevision: number;
            findings: components["schemas"]["FindingInput"][];
            /** Format: uuid */
            id: string;
            lowest: number;
            /** @description every criterion reaches its threshold */
            passed: boolean;
            scores: {
                /** @enum {string} */
                criterion: "goal" | "order" | "lean" | "doable" | "evidence" | "next" | "specific" | "human" | "actionable" | "relevant" | "proof";
                evidence: string;
                findings: number;
                letter: string;
                name: string;
                score: number;
                threshold: number;
                /** @enum {string} */
                word: "GOLDEN" | "SHARP";
            }[];
        };
        Rows: {
            columns: {
                /** @enum {string} */
                format: "text" | "instant" | "count" | "money" | "flag";
                key: string;
                label: string;
            }[];
            /** @description the columns, and `leadId` where a person stands behind the row */
            data: {
                [key: string]: string | number | boolean | null;
            }[];
            filters: string[];
            nextCursor: string | null;
            query: string;
            /** @description what the rows add up to: the number that was opened */
            sum: number;
            title: string;
        };
        RowsInput: {
            columns: {
                /** @enum {string} */
                format: "text" | "instant" | "count" | "money" | "flag";
                key: string;
                label: string;
            }[];
            /** @description the columns, and `leadId` where a person stands behind the row */
            data: {
                [key: string]: string | number | boolean | null;
            }[];
            filters: string[];
            nextCursor: string | null;
            query: string;
            /** @description what the rows add up to: the number that was opened */
            sum: number;
            title: string;
        };
        Rule: {
            /** @default [] */
            all: components["schemas"]["Condition"][];
            /** @default [] */
            any: components["schemas"]["Condition"][];
        };
        RuleInput: {
            /** @default [] */
            all: components["schemas"]["ConditionInput"][];
            /** @default [] */
            any: components["schemas"]["ConditionInput"][];
        };
        RunningWork: {
            /** @description where to watch it, below the workspace */
            href: string;
            id: string;
            kind: string;
            /** @description 0 to 1, null while unknown */
            progress: number | null;
            stages: {
                done: number | null;
                name: string;
                state: string;
                total: number | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            title: string;
        };
        RunningWorkInput: {
            /** @description where to watch it, below the workspace */
            href: string;
            id: string;
            kind: string;
            /** @description 0 to 1, null while unknown */
            progress: number | null;
            stages: {
                done: number | null;
                name: string;
                state: string;
                total: number | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            title: string;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            isShared: boolean;
            list: string;
            name: string;
            position: number;
            query: {
                columns?: string[];
                /** @enum {string} */
                confirmed?: "yes" | "no";
                /** @description grades such as A1, separated by commas */
                grade?: string;
                /** Format: uuid */
                playbook?: string;
                /** @description part of a name, e-mail or company */
                q?: string;
                /** @description quiet for at least that many days */
                quietDays?: number;
                /** @description ids of segments, separated by commas: in all of them */
                segment?: string;
                /** @enum {string} */
                sort?: "newest" | "quiet" | "name" | "fit" | "engagement";
                /** @description stages, separated by commas */
                stage?: string;
                /** @enum {string} */
                suspect?: "yes" | "no";
            };
            updatedAt: string;
            updatedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
        };
        SavedViewInput: {
            /** Format: uuid */
            id: string;
            isShared: boolean;
            list: string;
            name: string;
            position: number;
            query: {
                columns?: string[];
                /** @enum {string} */
                confirmed?: "yes" | "no";
                /** @description grades such as A1, separated by commas */
                grade?: string;
                /** Format: uuid */
                playbook?: string;
                /** @description part of a name, e-mail or company */
                q?: string;
                /** @description quiet for at least that many days */
                quietDays?: number;
                /** @description ids of segments, separated by commas: in all of them */
                segment?: string;
                /** @enum {string} */
                sort?: "newest" | "quiet" | "name" | "fit" | "engagement";
                /** @description stages, separated by commas */
                stage?: string;
                /** @enum {string} */
                suspect?: "yes" | "no";
            };
            updatedAt: string;
            updatedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
        };
        Score: {
            /** @description add up to the total */
            reasons: {
                /** Format: date-time */
                at: string;
                points: number;
                reason: string;
            }[];
            total: number;
        };
        ScoreInput: {
            /** @description add up to the total */
            reasons: {
                /** Format: date-time */
                at: string;
                points: number;
                reason: string;
            }[];
            total: number;
        };
        SearchHit: {
            href: string;
            id: string;
            /** @enum {string} */
            kind: "lead" | "playbook" | "step" | "passage" | "link" | "source" | "expert";
            sentence: string;
            title: string;
        };
        SearchHitInput: {
            href: string;
            id: string;
            /** @enum {string} */
            kind: "lead" | "playbook" | "step" | "passage" | "link" | "source" | "expert";
            sentence: string;
            title: string;
        };
        Segment: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: uuid */
            id: string;
            memberCount: number;
            name: string;
            /** @description why nobody can match, where that is so */
            problem: string | null;
            purpose: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            rule: components["schemas"]["Rule"];
            /** @description the rule in words */
            sentence: string;
            slug: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SegmentChange: {
            description?: string;
            name?: string;
            purpose?: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            rule?: components["schemas"]["Rule"];
        };
        SegmentChangeInput: {
            description?: string;
            name?: string;
            purpose?: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            rule?: components["schemas"]["RuleInput"];
        };
        SegmentInput: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            /** Format: uuid */
            id: string;
            memberCount: number;
            name: string;
            /** @description why nobody can match, where that is so */
            problem: string | null;
            purpose: ("internal_learning" | "expert_partnership" | "audience_building" | "jv_leads" | "product_customers" | "community") | null;
            rule: components["schemas"]["RuleInput"];
            /** @description the rule in words */
            sentence: string;
            slug: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SegmentMember: {
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joinedAt: string;
            name: string;
            reasons: string[];
        };
        SegmentMemberInput: {
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            joinedAt: string;
            name: string;
            reasons: string[];
        };
        SegmentPreview: {
            count: number;
            /** @description ten of them */
            people: {
                /** Format: uuid */
                id: string;
                name: string;
                reasons: string[];
            }[];
            problem: string | null;
            sentence: string;
        };
        SegmentPreviewInput: {
            count: number;
            /** @description ten of them */
            people: {
                /** Format: uuid */
                id: string;
                name: string;
                reasons: string[];
            }[];
            problem: string | null;
            sentence: string;
        };
        Seo: {
            description?: string;
            noindex?: boolean;
            title?: string;
        };
        SeoInput: {
            description?: string;
            noindex?: boolean;
            title?: string;
        };
        ServiceState: {
            reason?: string;
            /** @enum {string} */
            state: "ok" | "stand-in" | "failing";
        };
        ServiceStateInput: {
            reason?: string;
            /** @enum {string} */
            state: "ok" | "stand-in" | "failing";
        };
        SignInOptions: {
            /** @description whether account mail stays in the local catcher and can be read here */
            accountMail: boolean;
            /** @description whether the sample workspace can be entered with one click */
            sample: boolean;
        };
        SignInOptionsInput: {
            /** @description whether account mail stays in the local catcher and can be read here */
            accountMail: boolean;
            /** @description whether the sample workspace can be entered with one click */
            sample: boolean;
        };
        Source: {
            author: string | null;
            /** Format: date-time */
            createdAt: string;
            direction: ("ltr" | "rtl") | null;
            duplicateOf: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            expert: components["schemas"]["ExpertName"] | null;
            fileName: string | null;
            format: string;
            /** Format: uuid */
            id: string;
            importedAt: string | null;
            /** @enum {string} */
            kind: "paste" | "upload" | "url" | "feed" | "interview" | "audio";
            language: string | null;
            passageCount: number;
            passages: components["schemas"]["Passage"][];
            problem: {
                code: string;
                sentence: string;
            } | null;
            publishedAt: string | null;
            stages: components["schemas"]["Stage"][];
            /** @enum {string} */
            status: "importing" | "ready" | "failed" | "cancelled";
            text: string;
            title: string;
            url: string | null;
            usedInSteps: number;
            wordCount: number;
        };
        SourceChange: {
            expertId?: string | null;
            title?: string;
        };
        SourceChangeInput: {
            expertId?: string | null;
            title?: string;
        };
        SourceInput: {
            author: string | null;
            /** Format: date-time */
            createdAt: string;
            direction: ("ltr" | "rtl") | null;
            duplicateOf: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            expert: components["schemas"]["ExpertNameInput"] | null;
            fileName: string | null;
            format: string;
            /** Format: uuid */
            id: string;
            importedAt: string | null;
            /** @enum {string} */
            kind: "paste" | "upload" | "url" | "feed" | "interview" | "audio";
            language: string | null;
            passageCount: number;
            passages: components["schemas"]["PassageInput"][];
            problem: {
                code: string;
                sentence: string;
            } | null;
            publishedAt: string | null;
            stages: components["schemas"]["StageInput"][];
            /** @enum {string} */
            status: "importing" | "ready" | "failed" | "cancelled";
            text: string;
            title: string;
            url: string | null;
            usedInSteps: number;
            wordCount: number;
        };
        SourceSummary: {
            /** Format: date-time */
            createdAt: string;
            duplicateOf: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            expert: components["schemas"]["ExpertName"] | null;
            fileName: string | null;
            format: string;
            /** Format: uuid */
            id: string;
            importedAt: string | null;
            /** @enum {string} */
            kind: "paste" | "upload" | "url" | "feed" | "interview" | "audio";
            passageCount: number;
            problem: {
                code: string;
                sentence: string;
            } | null;
            /** @enum {string} */
            status: "importing" | "ready" | "failed" | "cancelled";
            title: string;
            url: string | null;
            usedInSteps: number;
            wordCount: number;
        };
        SourceSummaryInput: {
            /** Format: date-time */
            createdAt: string;
            duplicateOf: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            expert: components["schemas"]["ExpertNameInput"] | null;
            fileName: string | null;
            format: string;
            /** Format: uuid */
            id: string;
            importedAt: string | null;
            /** @enum {string} */
            kind: "paste" | "upload" | "url" | "feed" | "interview" | "audio";
            passageCount: number;
            problem: {
                code: string;
                sentence: string;
            } | null;
            /** @enum {string} */
            status: "importing" | "ready" | "failed" | "cancelled";
            title: string;
            url: string | null;
            usedInSteps: number;
            wordCount: number;
        };
        Stage: {
            count: number | null;
            name: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
        };
        StageInput: {
            count: number | null;
            name: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
        };
        StandIn: {
            /** @description where its output can be seen, below the workspace */
            href: string | null;
            id: string;
            name: string;
            /** @description what it takes to make it real */
            needs: string;
            reason: string | null;
            /** @enum {string} */
            state: "stand-in" | "connected" | "failing";
            /** @description what serves here and what it does */
            what: string;
        };
        StandInInput: {
            /** @description where its output can be seen, below the workspace */
            href: string | null;
            id: string;
            name: string;
            /** @description what it takes to make it real */
            needs: string;
            reason: string | null;
            /** @enum {string} */
            state: "stand-in" | "connected" | "failing";
            /** @description what serves here and what it does */
            what: string;
        };
        Suppression: {
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /** @description null once the person was erased; a keyed hash still stops mail */
            email: string | null;
            /** Format: uuid */
            id: string;
            liftedAt: string | null;
            /** @enum {string} */
            reason: "unsubscribe" | "hard_bounce" | "complaint" | "manual" | "erasure" | "reply" | "import";
            /** @enum {string} */
            stream: "all" | "transactional" | "marketing" | "outreach";
        };
        SuppressionInput: {
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            /** @description null once the person was erased; a keyed hash still stops mail */
            email: string | null;
            /** Format: uuid */
            id: string;
            liftedAt: string | null;
            /** @enum {string} */
            reason: "unsubscribe" | "hard_bounce" | "complaint" | "manual" | "erasure" | "reply" | "import";
            /** @enum {string} */
            stream: "all" | "transactional" | "marketing" | "outreach";
        };
        TimelineEntry: {
            /** Format: date-time */
            at: string;
            detail: string | null;
            id: string;
            kind: string;
            /** @description a program did it, not the person */
            machine: boolean;
            points: number | null;
            refs: {
                [key: string]: string;
            };
            sentence: string;
        };
        TimelineEntryInput: {
            /** Format: date-time */
            at: string;
            detail: string | null;
            id: string;
            kind: string;
            /** @description a program did it, not the person */
            machine: boolean;
            points: number | null;
            refs: {
                [key: string]: string;
            };
            sentence: string;
        };
        Usage: {
            /** @description off on a self-hosted installation unless turned on */
            limitsEnforced: boolean;
            /** @description first day of the month, UTC */
            month: string;
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            /** Format: date-time */
            resetsAt: string;
            resources: {
                limit: number | null;
                /** @enum {string} */
                resource: "tasks" | "posts" | "campaigns";
                used: number;
            }[];
        };
        UsageInput: {
            /** @description off on a self-hosted installation unless turned on */
            limitsEnforced: boolean;
            /** @description first day of the month, UTC */
            month: string;
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            /** Format: date-time */
            resetsAt: string;
            resources: {
                limit: number | null;
                /** @enum {string} */
                resource: "tasks" | "posts" | "campaigns";
                used: number;
            }[];
        };
        Utm: {
            campaign: string | null;
            content: string | null;
            medium: string | null;
            source: string | null;
            term: string | null;
        };
        UtmInput: {
            campaign: string | null;
            content: string | null;
            medium: string | null;
            source: string | null;
            term: string | null;
        };
        Version: {
            editions: {
                kind: string;
                problem: string | null;
                /** @enum {string} */
                reach: "before_gate" | "whole";
                /** @enum {string} */
                state: "queued" | "rendering" | "ready" | "failed";
                url: string | null;
            }[];
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            note: string;
            number: number;
            overrideReason: string | null;
            publicUrl: string;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: components["schemas"]["Person"] | null;
            scores: {
                [key: string]: number;
            };
            stepCount: number;
            title: string;
        };
        VersionInput: {
            editions: {
                kind: string;
                problem: string | null;
                /** @enum {string} */
                reach: "before_gate" | "whole";
                /** @enum {string} */
                state: "queued" | "rendering" | "ready" | "failed";
                url: string | null;
            }[];
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            note: string;
            number: number;
            overrideReason: string | null;
            publicUrl: string;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: components["schemas"]["PersonInput"] | null;
            scores: {
                [key: string]: number;
            };
            stepCount: number;
            title: string;
        };
        VersionWithContent: {
            content: components["schemas"]["Draft"];
            editions: {
                kind: string;
                problem: string | null;
                /** @enum {string} */
                reach: "before_gate" | "whole";
                /** @enum {string} */
                state: "queued" | "rendering" | "ready" | "failed";
                url: string | null;
            }[];
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            note: string;
            number: number;
            overrideReason: string | null;
            publicUrl: string;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: components["schemas"]["Person"] | null;
            scores: {
                [key: string]: number;
            };
            stepCount: number;
            title: string;
        };
        VersionWithContentInput: {
            content: components["schemas"]["DraftInput"];
            editions: {
                kind: string;
                problem: string | null;
                /** @enum {string} */
                reach: "before_gate" | "whole";
                /** @enum {string} */
                state: "queued" | "rendering" | "ready" | "failed";
                url: string | null;
            }[];
            gatePosition: number | null;
            /** Format: uuid */
            id: string;
            isCurrent: boolean;
            note: string;
            number: number;
            overrideReason: string | null;
            publicUrl: string;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: components["schemas"]["PersonInput"] | null;
            scores: {
                [key: string]: number;
            };
            stepCount: number;
            title: string;
        };
        WebhookDelivery: {
            attempts: number;
            /** @description as it was signed */
            body: string;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            /** Format: uuid */
            endpointId: string;
            /** Format: uuid */
            eventId: string;
            eventType: string;
            /** Format: uuid */
            id: string;
            lastError: string | null;
            lastStatus: number | null;
            nextAttemptAt: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed" | "cancelled";
            waitingReason: string | null;
        };
        WebhookDeliveryInput: {
            attempts: number;
            /** @description as it was signed */
            body: string;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            /** Format: uuid */
            endpointId: string;
            /** Format: uuid */
            eventId: string;
            eventType: string;
            /** Format: uuid */
            id: string;
            lastError: string | null;
            lastStatus: number | null;
            nextAttemptAt: string | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed" | "cancelled";
            waitingReason: string | null;
        };
        WebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            events: string[];
            failuresInRow: number;
            /** Format: uuid */
            id: string;
            lastDeliveryAt: string | null;
            lastSuccessAt: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            url: string;
        };
        WebhookEndpointInput: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            events: string[];
            failuresInRow: number;
            /** Format: uuid */
            id: string;
            lastDeliveryAt: string | null;
            lastSuccessAt: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            url: string;
        };
        WebhookEndpointWithSecret: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            events: string[];
            failuresInRow: number;
            /** Format: uuid */
            id: string;
            lastDeliveryAt: string | null;
            lastSuccessAt: string | null;
            /** @description shown this once; signs every delivery (Standard Webhooks) */
            secret: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            url: string;
        };
        WebhookEndpointWithSecretInput: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            events: string[];
            failuresInRow: number;
            /** Format: uuid */
            id: string;
            lastDeliveryAt: string | null;
            lastSuccessAt: string | null;
            /** @description shown this once; signs every delivery (Standard Webhooks) */
            secret: string;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            url: string;
        };
        Workspace: {
            currency: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "normal" | "sample" | "system";
            name: string;
            organizationId: string | null;
            slug: string;
            timeZone: string;
        };
        WorkspaceInput: {
            currency: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "normal" | "sample" | "system";
            name: string;
            organizationId: string | null;
            slug: string;
            timeZone: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
