package cn.yigongti.iam.permission;

/** Services declared what the catalogue did not have. */
public record CatalogueGrew() {

}
