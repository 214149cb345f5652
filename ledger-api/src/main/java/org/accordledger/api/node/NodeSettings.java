package org.accordledger.api.node;

import java.net.InetAddress;
import org.accordledger.api.LogFormat;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.api.tracing.TraceSettings;
import org.accordledger.projections.ViewsSchema;
import org.accordledger.projections.feed.FeedSettings;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets of a node of projections. All of it is trusted.
 *
 * @param database of its own, or shared with other such nodes; never the ledger's
 * @param views the schema of the views in it
 * @param feed brokers and the topic that holds everything
 * @param bindAddress where health and metrics are answered; default 127.0.0.1, which nobody outside
 *     this machine reaches. Neither asks for a token
 * @param port 0 takes a free one
 * @param logFormat of standard output
 * @param tracing where spans are sent; null for nowhere. What is recorded, the ledger has drawn
 */
public record NodeSettings(
    DatabaseAccess database,
    ViewsSchema views,
    FeedSettings feed,
    InetAddress bindAddress,
    int port,
    LogFormat logFormat,
    @Nullable TraceSettings tracing) {}
