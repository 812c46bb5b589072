# The demo on Open Liberty. The key comes from the environment:
#   docker run -p 9080:9080 -e SESSION_SECRET_KEY signet-demo
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY src src
RUN mvn -B --no-transfer-progress -DskipTests package

FROM open-liberty:26.0.0.5-full-java17-openj9
COPY --chown=1001:0 src/main/liberty/config/server.xml /config/server.xml
COPY --from=build --chown=1001:0 /src/target/signet-*.war /config/apps/signet.war
RUN configure.sh
USER 1001
EXPOSE 9080
# Liberty goes on running when an application is refused; without a key it shall not begin.
CMD ["/bin/sh", "-c", ": \"${SESSION_SECRET_KEY:?is missing: pass a key of at least 32 bytes with -e SESSION_SECRET_KEY}\" && exec /opt/ol/wlp/bin/server run defaultServer"]
