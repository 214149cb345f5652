# The ledger's image: a JRE 25 and the programs that 'mvn -DskipTests package' has built, each with an AOT cache beside it.
# Runs as a user without rights on a file system that nothing is written to but /var/lib/ledger and /tmp.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

# Out of one jar into a jar and its libraries: only what the JVM itself loads can be cached.
FROM ${JAVA_IMAGE} AS programs
COPY ledger-*/target/ledger-*-app.jar /jars/
RUN set -eu; \
    for jar in /jars/*-app.jar; do \
      name=$(basename "$jar" | sed 's/-[0-9].*//'); \
      cp "$jar" "/tmp/$name.jar"; \
      java -Djarmode=tools -jar "/tmp/$name.jar" extract --destination "/programs/$name" \
        || install -D "$jar" "/programs/$name/$name.jar"; \
    done

FROM ${JAVA_IMAGE}
RUN groupadd --system --gid 10001 ledger \
    && useradd --system --uid 10001 --gid ledger --home-dir /var/lib/ledger --no-create-home --shell /usr/sbin/nologin ledger \
    && install -d -o ledger -g ledger -m 0700 /var/lib/ledger /var/lib/ledger/keys \
    && install -d -o ledger -g ledger /opt/ledger /var/lib/ledger-secrets/database /var/lib/ledger-secrets/views \
      /var/lib/ledger-secrets/reader /var/lib/ledger-secrets/grafana /var/lib/ledger-secrets/metrics
COPY --from=programs --chown=10001:10001 /programs /opt/ledger
COPY docker/ledger docker/ledger-ready docker/ledger-secrets /usr/local/bin/
COPY examples /opt/ledger/examples

# The training: the demo starts everything, answers requests and verifies the log, and ends.
USER 10001:10001
RUN LEDGER_TRAIN=yes ledger demo --once --data /tmp/training --port 0 --examples /opt/ledger/examples \
    && rm -rf /tmp/training \
    && test -s /opt/ledger/ledger-api/ledger.aot

WORKDIR /var/lib/ledger
VOLUME /var/lib/ledger
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=15m --retries=6 CMD ["ledger-ready"]
ENTRYPOINT ["ledger"]
CMD ["serve", "--bind", "0.0.0.0", "--data", "/var/lib/ledger"]
