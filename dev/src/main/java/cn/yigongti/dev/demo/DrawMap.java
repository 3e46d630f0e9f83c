package cn.yigongti.dev.demo;

import java.util.List;
import java.util.Map;

import cn.yigongti.dev.county.SchematicMap;

/**
 * Uploads the schematic maps of the counties as GeoJSON, labelled as what they are.
 */
final class DrawMap {

	private static final String SOURCE = "示意图，非真实边界（演示数据）";

	private final ApiClient operator;

	private final Journal journal;

	DrawMap(ApiClient operator, Journal journal) {
		this.operator = operator;
		this.journal = journal;
	}

	void draw(List<SchematicMap> maps) throws Exception {
		for (SchematicMap map : maps) {
			this.journal.once("boundaries/" + map.county().code(), () -> {
				this.operator.replace("/api/v1/regions/" + map.county().code() + "/boundaries", "", collection(map));
				return "drawn";
			});
		}
	}

	private static Map<String, Object> collection(SchematicMap map) {
		return Map.of("type", "FeatureCollection", "features",
				map.boundaries()
					.entrySet()
					.stream()
					.map((entry) -> Map.of("type", "Feature", "id", entry.getKey().code(), "properties",
							Map.of("schematic", true, "source", SOURCE), "geometry",
							Map.of("type", "Polygon", "coordinates", List.of(entry.getValue().positions()))))
					.toList());
	}

}
