---@brief
---
--- Copydesk checks the quotations, names, dates and figures of a draft against a folder of sources.
--- `copydesk lsp` must be on the path.
---
--- The server starts only in a folder with a `copydesk.toml`, or with one of the folders
--- `sources`, `corpus`, `refs` and `research`.

---@type vim.lsp.Config
return {
  cmd = { "copydesk", "lsp" },
  filetypes = { "markdown", "text", "tex", "plaintex", "html", "rst", "asciidoc", "typst", "org" },
  root_dir = function(buffer, found)
    local path = vim.api.nvim_buf_get_name(buffer)
    if path == "" then
      return
    end
    local root = vim.fs.root(path, "copydesk.toml")
      or vim.fs.root(path, function(name, folder)
        local usual = name == "sources" or name == "corpus" or name == "refs" or name == "research"
        return usual and vim.fn.isdirectory(vim.fs.joinpath(folder, name)) == 1
      end)
    -- A folder called "research" in the home folder does not make all of it a project.
    if root and root ~= "/" and root ~= vim.uv.os_homedir() then
      found(root)
    end
  end,
}
